import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { storeFile } from "../connect";
import { migrateStores } from "../migrate";
import { STORE_NAMES } from "../store";
import type { TestDatabase } from "./test-database";

const root = join(tmpdir(), `hemicycle-tests-${userInfo().username}`);

/** Migrated once in a folder of its own and then renamed: of two workers one is late, and uses the other's. */
async function makeTemplate(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const draft = mkdtempSync(join(root, "draft-"));
  await migrateStores({ dataDir: draft });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** A folder of its own for one test; its name starts with the hash of the migrations. */
export async function sqliteCopy(name: string): Promise<TestDatabase> {
  const template = join(root, `template-${name.split("_")[0]}`);
  await makeTemplate(template);
  const dataDir = join(root, name);
  mkdirSync(dataDir, { recursive: true });
  for (const store of STORE_NAMES) {
    copyFileSync(storeFile(template, store), storeFile(dataDir, store), constants.COPYFILE_FICLONE);
  }
  return {
    options: { dataDir },
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
