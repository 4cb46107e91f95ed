import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { type CopyFacts, CopyFault } from "~/db/backup";
import { SECRET_FILE, UPLOADS_FOLDER } from "~/db/data-folder";
import { dumpPostgres, postgresFacts } from "~/db/postgres/dump";
import { checkCopies } from "~/db/sqlite/check-copy";
import { copyStores } from "~/db/sqlite/copy-stores";
import { engineCode } from "~/db/violations";
import { writeArchive } from "./archive";
import { type CommandLine, inWords, onOneFile, UsageFault, type Where } from "./copy-command";
import { FORMAT, listFiles, type Manifest } from "./manifest";

const USAGE = "Say which file to make: npm run backup -- hemicycle.tar.gz";

/**
 * `npm run backup -- FILE`: an online copy of the three stores as they are at one instant, of the secret and of what was uploaded, as one
 * `.tar.gz` that only its owner may read. Answers the exit code. The file appears whole or not at all, and never replaces another.
 */
export function backupCommand(line: CommandLine): Promise<number> {
  return onOneFile(line, USAGE, async (file, where) => {
    if (existsSync(file))
      throw new UsageFault(`${file} is there already: a backup never replaces another. Name a new file.`);
    const aside = mkdtempSync(`${file}.partial-`);
    const remove = (): void => rmSync(aside, { recursive: true, force: true });
    process.once("exit", remove);
    try {
      const { contents, files } = await makeArchive(path.join(aside, "archive"), where, line.now());
      publish(path.join(aside, "archive"), file);
      const uploads = files.filter(({ name }) => name.startsWith(`${UPLOADS_FOLDER}/`)).length;
      const size = (statSync(file).size / 1024 ** 2).toFixed(1);
      line.say(`Backed up to ${file} (${size} MB): ${inWords(contents, uploads)}.`);
      line.say("It holds personal data and the secret of this installation: keep it where only you can read it.");
    } finally {
      process.off("exit", remove);
      remove();
    }
  });
}

async function makeArchive(archive: string, where: Where, now: Date): Promise<Manifest> {
  const folder = path.join(path.dirname(archive), "files");
  mkdirSync(folder, { mode: 0o700 });
  const { migrations, contents } = await copyData(where, folder);
  // After the stores: a file that is uploaded is written before the row that names it.
  copyBeside(where.dataDir, folder);
  const manifest: Manifest = {
    format: FORMAT,
    madeAt: now.toISOString(),
    engine: where.databaseUrl === null ? "sqlite" : "postgres",
    migrations,
    contents,
    files: await listFiles(folder),
  };
  await writeArchive(archive, folder, manifest);
  return manifest;
}

async function copyData({ dataDir, databaseUrl }: Where, folder: string): Promise<CopyFacts> {
  if (databaseUrl === null) {
    await copyStores(dataDir, folder);
    return checkCopies(folder);
  }
  const facts = await postgresFacts(databaseUrl);
  if (facts.migrations.main === -1) throw new CopyFault("There is nothing to back up in the database of DATABASE_URL.");
  await dumpPostgres(databaseUrl, folder);
  return facts;
}

function copyBeside(dataDir: string, folder: string): void {
  const secret = path.join(dataDir, SECRET_FILE);
  if (!existsSync(secret)) {
    throw new CopyFault(`${dataDir} holds no secret: run the backup where the server runs, with its DATA_DIR.`);
  }
  copyFileSync(secret, path.join(folder, SECRET_FILE));
  const uploads = path.join(dataDir, UPLOADS_FOLDER);
  if (existsSync(uploads)) cpSync(uploads, path.join(folder, UPLOADS_FOLDER), { recursive: true });
}

/** A link never replaces a file, where renaming would; some file systems (of memory sticks) know no links. */
function publish(archive: string, file: string): void {
  try {
    linkSync(archive, file);
  } catch (error) {
    if (engineCode(error) === "EEXIST") throw new UsageFault(`${file} appeared meanwhile: it was left as it is.`);
    if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(engineCode(error))) throw error;
    renameSync(archive, file);
  }
}
