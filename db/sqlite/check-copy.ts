import { type CopyFacts, CopyFault } from "../backup";
import { storeFile } from "../connect";
import type { StoreName } from "../store";
import type { Connection } from "./connection";
import { HeldDatabase } from "./held-database";

function count(connection: Connection, table: string): number {
  const found = connection.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(table);
  return found ? Number(connection.prepare(`select count(*) from "${table}"`).pluck().get()) : 0;
}

function lastMigration(connection: Connection): number {
  if (count(connection, "__drizzle_migrations") === 0) return -1;
  return Number(connection.prepare("select max(created_at) from __drizzle_migrations").pluck().get());
}

/** Reads every page and every reference of a copied store. Throws `CopyFault`. */
function assertWhole(connection: Connection, name: StoreName): void {
  const integrity = connection.pragma("integrity_check(1)", { simple: true });
  if (integrity !== "ok") throw new CopyFault(`The store "${name}" of this backup is damaged.`);
  const orphan = connection.prepare("pragma foreign_key_check").get();
  if (orphan !== undefined) throw new CopyFault(`The store "${name}" of this backup has rows that name missing ones.`);
}

function withStore<T>(folder: string, name: StoreName, work: (connection: Connection) => T): T {
  // Readable and writable, since a copy of a database with a log is opened by making that log.
  const connection = new HeldDatabase(storeFile(folder, name), { fileMustExist: true });
  try {
    return work(connection);
  } catch (error) {
    const isDamage = error instanceof HeldDatabase.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);
    throw isDamage ? new CopyFault(`The store "${name}" of this backup is damaged.`, { cause: error }) : error;
  } finally {
    connection.close();
  }
}

/** Checks three copied stores in a folder: each whole, and all of one installation. Answers what they are. Throws `CopyFault`. */
export function checkCopies(folder: string): CopyFacts {
  const read = (name: StoreName) =>
    withStore(folder, name, (connection) => {
      assertWhole(connection, name);
      const installation = connection.prepare("select id from installation").pluck().get();
      return { installation, last: lastMigration(connection) };
    });
  const [main, documents, box] = [read("main"), read("documents"), read("box")];
  if (new Set([main, documents, box].map(({ installation }) => installation)).size !== 1) {
    throw new CopyFault("The three stores of this backup are not of one installation.");
  }
  return {
    migrations: { main: main.last, documents: documents.last, box: box.last },
    contents: {
      ...withStore(folder, "main", (main) => ({ assemblies: count(main, "assembly"), people: count(main, "person") })),
      changesOfTexts: withStore(folder, "documents", (documents) => count(documents, "document_update")),
    },
  };
}
