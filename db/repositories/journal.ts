import { and, desc, eq, gte, lt, type SQL } from "drizzle-orm";
import type { AssemblyId, PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { person } from "../schema/people";
import { journal } from "../schema/records";

export type JournalRow = typeof journal.$inferSelect;

export async function appendJournal(db: Main, row: JournalRow): Promise<void> {
  await db.insert(journal).values(row);
}

export interface JournalFilter {
  readonly assemblyId: AssemblyId;
  /** A whole action, e.g. "draw.make". */
  readonly action?: string;
  readonly actorId?: PersonId;
  readonly from?: Date;
  readonly until?: Date;
  readonly limit: number;
  readonly offset: number;
}

/** The newest first; entries of the same instant in the order of their ids. */
export async function listJournal(
  db: Main,
  filter: JournalFilter,
): Promise<(JournalRow & { actorName: string | null })[]> {
  const rows = await db
    .select({ entry: journal, actorName: person.name })
    .from(journal)
    .leftJoin(person, eq(person.id, journal.actorId))
    .where(and(...conditions(filter)))
    .orderBy(desc(journal.at), desc(journal.id))
    .limit(filter.limit)
    .offset(filter.offset);
  return rows.map(({ entry, actorName }) => ({ ...entry, actorName }));
}

/** The actions that occur in one assembly's journal, in alphabetical order. */
export async function listJournalActions(db: Main, assemblyId: AssemblyId): Promise<string[]> {
  const rows = await db
    .selectDistinct({ action: journal.action })
    .from(journal)
    .where(eq(journal.assemblyId, assemblyId));
  return rows.map(({ action }) => action).sort();
}

function conditions(filter: JournalFilter): SQL[] {
  return [
    eq(journal.assemblyId, filter.assemblyId),
    ...(filter.action ? [eq(journal.action, filter.action)] : []),
    ...(filter.actorId ? [eq(journal.actorId, filter.actorId)] : []),
    ...(filter.from ? [gte(journal.at, filter.from)] : []),
    ...(filter.until ? [lt(journal.at, filter.until)] : []),
  ];
}

/** Everybody who did something in one assembly, by name; for a filter. */
export async function listJournalActors(
  db: Main,
  assemblyId: AssemblyId,
): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  const rows = await db
    .selectDistinct({ id: person.id, name: person.name })
    .from(journal)
    .innerJoin(person, eq(person.id, journal.actorId))
    .where(eq(journal.assemblyId, assemblyId));
  return rows.sort((a, b) => a.name.localeCompare(b.name, "fr") || (a.id < b.id ? -1 : 1));
}
