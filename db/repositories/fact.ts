import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { z } from "zod";
import type { Main } from "../connect";
import { readJson } from "../read-json";
import { fact, stream } from "../schema/records";

/** It is of the version that wrote it: whoever hears it parses it. */
const anyPayload = z.unknown();

export interface NewFact {
  readonly stream: string;
  readonly type: string;
  readonly payload: unknown;
}

export interface StoredFact extends NewFact {
  readonly version: number;
  readonly at: Date;
}

/** Appends facts to their streams, each with the next version of its stream; inside the command's transaction. */
export async function appendFacts<Fact extends NewFact>(
  db: Main,
  facts: readonly Fact[],
  at: Date,
): Promise<(Fact & Pick<StoredFact, "version" | "at">)[]> {
  const written: (Fact & Pick<StoredFact, "version" | "at">)[] = [];
  for (const one of facts) {
    const { stream: key, type, payload } = one;
    const [head] = await db
      .insert(stream)
      .values({ key, version: 1 })
      .onConflictDoUpdate({ target: stream.key, set: { version: sql`${stream.version} + 1` } })
      .returning({ version: stream.version });
    if (!head) throw new Error(`stream ${key} gave no version`);
    await db.insert(fact).values({ stream: key, version: head.version, at, type, payload: JSON.stringify(payload) });
    written.push({ ...one, version: head.version, at });
  }
  return written;
}

/** The last version of a stream, 0 where nothing has happened yet. */
export async function streamVersion(db: Main, key: string): Promise<number> {
  const [head] = await db.select({ version: stream.version }).from(stream).where(eq(stream.key, key));
  return head?.version ?? 0;
}

/** The facts of a stream after a version, in order. */
export async function factsAfter(
  db: Main,
  { stream: key, version }: { readonly stream: string; readonly version: number },
  limit: number,
): Promise<StoredFact[]> {
  const rows = await db
    .select()
    .from(fact)
    .where(and(eq(fact.stream, key), gt(fact.version, version)))
    .orderBy(asc(fact.version))
    .limit(limit);
  return rows.map((row) => ({ ...row, payload: readJson(fact.payload, anyPayload, row.payload) }));
}

/** One statement takes this many rows at most: whoever writes meanwhile waits for no more. */
const FORGOTTEN_AT_ONCE = 2_000;

/**
 * Forgets facts older than an instant, some at a time; answers whether there may be more. The tables are the truth, facts are only the way
 * there, and a stream's version stays where it is: who missed them gets the state.
 */
export async function forgetSomeFacts(db: Main, before: Date, most = FORGOTTEN_AT_ONCE): Promise<boolean> {
  const old = db
    .select({ stream: fact.stream, version: fact.version })
    .from(fact)
    .where(lt(fact.at, before))
    .limit(most);
  const gone = await db
    .delete(fact)
    .where(sql`(${fact.stream}, ${fact.version}) in ${old}`)
    .returning({ version: fact.version });
  return gone.length === most;
}
