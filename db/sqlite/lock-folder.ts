import { join } from "node:path";
import { LOCK_FILE } from "../data-folder";
import { whenFree } from "./connection";
import { HeldDatabase } from "./held-database";

/** Another process serves from this folder. */
export class FolderInUse extends Error {
  constructor(readonly dataDir: string) {
    super(`${dataDir} is in use by another process.`);
  }
}

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process alone. The lock is SQLite's own, on an empty database beside the stores: the system lets go of it the
 * moment the process ends, however it ends, so that nothing is left to clear away after a crash. Waits a few seconds for a process that is
 * closing; then throws `FolderInUse`. Backups read beside it.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const lock = new HeldDatabase(join(dataDir, LOCK_FILE), { timeout: 0 });
  try {
    await whenFree(() => lock.exec("BEGIN EXCLUSIVE"));
  } catch (error) {
    lock.close();
    if (error instanceof HeldDatabase.SqliteError && error.code.startsWith("SQLITE_BUSY"))
      throw new FolderInUse(dataDir);
    throw error;
  }
  return { release: () => void lock.close() };
}
