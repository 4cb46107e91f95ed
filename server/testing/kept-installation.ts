import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { Stores } from "~/db/connect";
import { openStores } from "~/db/connect";
import { ensureDocument } from "~/db/repositories/document";
import { assertOneInstallation } from "~/db/repositories/installation";
import { insertPerson } from "~/db/repositories/person";
import { document, documentsInstallation } from "~/db/schema/documents";
import { person } from "~/db/schema/people";
import type { StoreOptions } from "~/db/store";
import { testDatabase } from "~/db/testing/stores";
import { openSecrets } from "../auth/secrets";
import { type Ended, ownProcess } from "./own-process";

const at = new Date("2026-03-14T08:45:00Z");

/** Where an installation is kept, as the commands are told it. */
export interface Kept {
  readonly options: StoreOptions;
  readonly env: Readonly<Record<string, string>>;
}

/** An installation on disk (and on PostgreSQL, when the tests run there) with a secret and one uploaded file, and places to restore it to. */
export interface KeptInstallation extends Kept {
  readonly folder: string;
  /** An empty place of the same engine. */
  emptyPlace(): Promise<Kept>;
  dispose(): Promise<void>;
}

const keptAt = (options: StoreOptions): Kept => ({
  options,
  env: { DATA_DIR: options.dataDir, ...(options.databaseUrl !== undefined && { DATABASE_URL: options.databaseUrl }) },
});

export async function keptInstallation(): Promise<KeptInstallation> {
  const folder = mkdtempSync(path.join(tmpdir(), "hemicycle-kept-"));
  const database = await testDatabase();
  const { databaseUrl } = database.options;
  const dataDir = databaseUrl === undefined ? database.options.dataDir : path.join(folder, "data");
  const kept = keptAt({ ...database.options, dataDir });
  openSecrets(dataDir);
  mkdirSync(path.join(dataDir, "uploads", "pool"), { recursive: true });
  writeFileSync(path.join(dataDir, "uploads", "pool", "volunteers é.csv"), "name\nOdette\n");
  const stores = await openStores(kept.options);
  await assertOneInstallation(stores, "an-installation" as never, at);
  await stores.close();
  const made: string[] = [];
  const onServer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  return {
    ...kept,
    folder,
    async emptyPlace() {
      const name = `hemicycle_restored_${randomBytes(6).toString("hex")}`;
      const place = { dataDir: path.join(folder, name) };
      if (databaseUrl === undefined) return keptAt(place);
      await onServer(`create database ${name}`);
      made.push(name);
      return keptAt({ ...place, databaseUrl: Object.assign(new URL(databaseUrl), { pathname: name }).href });
    },
    async dispose() {
      for (const name of made) await onServer(`drop database ${name} with (force)`);
      await database.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const backUp = (kept: Kept, file: string): Promise<Ended> =>
  ownProcess({ script: "server/backup.mjs", args: [file], env: kept.env }).ended;

export const restore = (kept: Kept, file: string): Promise<Ended> =>
  ownProcess({ script: "server/restore.mjs", args: [file], env: kept.env }).ended;

export interface Writer {
  acknowledged(): number;
  /** Resolves once so many more are kept. */
  writes(more: number): Promise<void>;
  stop(): Promise<void>;
}

/** Writes as fast as it can, a text and then its person; `acknowledged` counts the pairs that are kept. */
export function writeAtFullSpeed(stores: Stores): Writer {
  let acknowledged = 0;
  let over = false;
  const writing = (async () => {
    for (; !over; acknowledged += 1) {
      // As between two requests: SQLite itself answers without ever letting go of the loop.
      await new Promise((soon) => setImmediate(soon));
      const id = `pair ${acknowledged}`;
      await ensureDocument(stores.documents, {
        id: id as never,
        kind: "notes",
        assemblyId: "a" as never,
        createdAt: at,
      });
      await insertPerson(stores.main, {
        id: id as never,
        name: id,
        email: null,
        emailProvenAt: null,
        phone: null,
        locale: "fr",
        createdAt: at,
      });
    }
  })();
  return {
    acknowledged: () => acknowledged,
    async writes(more) {
      const enough = acknowledged + more;
      while (acknowledged < enough) await Promise.race([writing, new Promise((soon) => setImmediate(soon))]);
    },
    async stop() {
      over = true;
      await writing;
    },
  };
}

/** What a place holds: how many persons and texts, and whether they are of the installation that was backed up. */
export async function look({
  options,
}: Kept): Promise<{ people: number; texts: number; installation: string | undefined }> {
  const stores = await openStores(options);
  try {
    return {
      people: await stores.main.$count(person),
      texts: await stores.documents.$count(document),
      installation: (await stores.documents.select().from(documentsInstallation))[0]?.id,
    };
  } finally {
    await stores.close();
  }
}
