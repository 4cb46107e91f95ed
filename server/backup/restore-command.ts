import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { type CopyFacts, CopyFault } from "~/db/backup";
import { LOCK_FILE, prepareDataFolder, UPLOADS_FOLDER } from "~/db/data-folder";
import { newestMigration } from "~/db/migrate";
import { isEmptyPostgres, postgresFacts, restorePostgres } from "~/db/postgres/dump";
import { checkCopies } from "~/db/sqlite/check-copy";
import { lockFolder } from "~/db/sqlite/lock-folder";
import { STORE_NAMES } from "~/db/store";
import { readArchive } from "./archive";
import { type CommandLine, inWords, onOneFile, UsageFault, type Where } from "./copy-command";
import { assertSameFiles, type Manifest } from "./manifest";

const USAGE = "Say which backup to restore: npm run restore -- hemicycle.tar.gz";
/** What an empty folder may hold: our own lock, and what a disk of its own begins with. */
const NOTHING = new Set([LOCK_FILE, "lost+found"]);

/**
 * `npm run restore -- FILE`: puts a backup into an empty DATA_DIR (and, with DATABASE_URL, an empty database), after every check it can
 * make: checksums, each store whole, its references whole, all of one installation, no newer than this version. Answers the exit code.
 */
export function restoreCommand(line: CommandLine): Promise<number> {
  return onOneFile(line, USAGE, async (file, where) => {
    if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`);
    await assertEmpty(where);
    prepareDataFolder(where.dataDir);
    const lock = await lockFolder(where.dataDir);
    const aside = mkdtempSync(path.join(where.dataDir, ".restore-"));
    const remove = (): void => rmSync(aside, { recursive: true, force: true });
    process.once("exit", remove);
    try {
      const manifest = await readArchive(file, aside);
      await checkArchive(aside, manifest, where);
      const { contents, migrations } = await putInPlace(aside, where);
      const uploads = manifest.files.filter(({ name }) => name.startsWith(`${UPLOADS_FOLDER}/`)).length;
      line.say(
        `Restored into ${where.dataDir}${where.databaseUrl === null ? "" : " and the database"}, as it was on ${inUtc(manifest)}:`,
      );
      line.say(`${inWords(contents, uploads)}. Everything was checked and is whole.`);
      if (isOlder(migrations)) line.say("It is of an older version, and is brought up to this one at the next start.");
      line.say("Start it with: npm start");
    } finally {
      process.off("exit", remove);
      remove();
      lock.release();
    }
  });
}

const inUtc = ({ madeAt }: Manifest): string => `${madeAt.slice(0, 10)} at ${madeAt.slice(11, 16)} UTC`;

const isOlder = (migrations: CopyFacts["migrations"]): boolean =>
  STORE_NAMES.some((name) => migrations[name] < newestMigration(name));

async function assertEmpty({ dataDir, databaseUrl }: Where): Promise<void> {
  const found = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => !NOTHING.has(name)) : [];
  if (found.length > 0) {
    throw new UsageFault(
      `DATA_DIR=${dataDir} is not empty, and a backup is restored into an empty folder only: move it away, or name another.`,
    );
  }
  if (databaseUrl !== null && !(await isEmptyPostgres(databaseUrl))) {
    throw new UsageFault("The database of DATABASE_URL is not empty, and a backup is restored into an empty one only.");
  }
}

/** Throws `CopyFault` unless the unpacked files are those of the manifest, of this engine, and of this version or an older one. */
async function checkArchive(aside: string, manifest: Manifest, { databaseUrl }: Where): Promise<void> {
  await assertSameFiles(aside, manifest);
  if (manifest.engine === "postgres" && databaseUrl === null) {
    throw new CopyFault("This backup is of an installation on PostgreSQL: set DATABASE_URL to an empty database.");
  }
  if (manifest.engine === "sqlite" && databaseUrl !== null) {
    throw new CopyFault("This backup is of an installation on SQLite: unset DATABASE_URL.");
  }
  const { migrations } = manifest.engine === "sqlite" ? checkCopies(aside) : manifest;
  if (STORE_NAMES.some((name) => migrations[name] > newestMigration(name))) {
    throw new CopyFault("This backup was made by a newer version of Hemicycle: restore it with that one.");
  }
}

async function putInPlace(aside: string, { dataDir, databaseUrl }: Where): Promise<CopyFacts> {
  if (databaseUrl === null) {
    const facts = checkCopies(aside);
    for (const name of readdirSync(aside)) renameSync(path.join(aside, name), path.join(dataDir, name));
    return facts;
  }
  await restorePostgres(databaseUrl, aside);
  for (const name of ["secret", UPLOADS_FOLDER]) {
    if (existsSync(path.join(aside, name))) renameSync(path.join(aside, name), path.join(dataDir, name));
  }
  return postgresFacts(databaseUrl);
}
