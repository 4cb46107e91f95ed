import { existsSync } from "node:fs";
import { CopyFault } from "../backup";
import { storeFile } from "../connect";
import { STORE_NAMES, type StoreName } from "../store";
import type { Connection } from "./connection";
import { HeldDatabase } from "./held-database";

/** A long import lets go of the writer between its chunks; nothing holds it longer. */
const WRITER_WITHIN_MS = 30_000;
const PAGES_AT_ONCE = 10_000;

interface Copied {
  readonly name: StoreName;
  readonly connection: Connection;
}

const open = (dataDir: string, readonly: boolean): Copied[] =>
  STORE_NAMES.map((name) => ({
    name,
    connection: new HeldDatabase(storeFile(dataDir, name), {
      readonly,
      fileMustExist: true,
      timeout: WRITER_WITHIN_MS,
    }),
  }));

const closeAll = (all: readonly Copied[]): void => {
  for (const { connection } of all) connection.close();
};

/**
 * Reads the three stores as they are at one instant. For a moment nobody may write to any of them, while each reader takes the state it
 * will see to its end: what is copied is what a crash at that instant would have left, so that no store knows of what another lost.
 */
function readersOfOneInstant(dataDir: string): Copied[] {
  const readers = open(dataDir, true);
  const writers = open(dataDir, false);
  try {
    for (const { connection } of writers) connection.exec("BEGIN IMMEDIATE");
    for (const { connection } of readers) {
      connection.exec("BEGIN");
      connection.prepare("select count(*) from sqlite_schema").get();
    }
    return readers;
  } catch (error) {
    closeAll(readers);
    throw error;
  } finally {
    // Nothing was written; closing undoes the empty transactions.
    closeAll(writers);
  }
}

/** Copies the three stores into a folder, beside a server that goes on writing. Throws `CopyFault` when they are not there. */
export async function copyStores(dataDir: string, into: string): Promise<void> {
  const missing = STORE_NAMES.filter((name) => !existsSync(storeFile(dataDir, name)));
  if (missing.length > 0) {
    throw new CopyFault(
      `There is nothing to back up in ${dataDir}: it holds no ${missing.join(".sqlite, no ")}.sqlite.`,
    );
  }
  const readers = readersOfOneInstant(dataDir);
  try {
    for (const { name, connection } of readers) {
      await connection.backup(storeFile(into, name), { progress: () => PAGES_AT_ONCE });
    }
  } finally {
    closeAll(readers);
  }
}
