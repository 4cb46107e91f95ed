import { getTableName, is, Table } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Stores } from "~/db/connect";
import * as boxSchema from "~/db/schema/box";
import * as documentsSchema from "~/db/schema/documents";
import * as mainSchema from "~/db/schema/main";

export type Row = Readonly<Record<string, unknown>>;

/** Every row of every table of the three stores, by the table's name; a table outside `main` carries its store's name before it. */
export type Everything = ReadonlyMap<string, readonly Row[]>;

const isTable = (value: unknown): value is PgTable => is(value, Table);

export async function readEverything(stores: Stores): Promise<Everything> {
  const everything = new Map<string, readonly Row[]>();
  for (const table of Object.values(mainSchema).filter(isTable)) {
    everything.set(getTableName(table), await stores.main.select().from(table));
  }
  for (const table of Object.values(documentsSchema).filter(isTable)) {
    everything.set(`documents.${getTableName(table)}`, await stores.documents.select().from(table));
  }
  for (const table of Object.values(boxSchema).filter(isTable)) {
    everything.set(`box.${getTableName(table)}`, await stores.box.select().from(table));
  }
  return everything;
}

/** A row that was written, changed or removed between two readings. A changed row is there twice: as it was and as it is. */
export interface Difference {
  readonly table: string;
  readonly was: boolean;
  readonly row: Row;
}

export function differences(before: Everything, after: Everything): Difference[] {
  return [...after.keys()].flatMap((table) => {
    const [old, now] = [byText(before.get(table) ?? []), byText(after.get(table) ?? [])];
    const gone = [...old].filter(([text]) => !now.has(text)).map(([, row]) => ({ table, was: true, row }));
    const come = [...now].filter(([text]) => !old.has(text)).map(([, row]) => ({ table, was: false, row }));
    return [...gone, ...come];
  });
}

/** No two rows of a table are the same: each has a key. */
const byText = (rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [JSON.stringify(row, asText), row]));

const asText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
