import type { AssemblyId, PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { type JournalRow, listJournal, listJournalActions, listJournalActors } from "~/db/repositories/journal";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

/** What one entry says. `data` holds no personal data; who did it is said by name only while the person is known. */
export interface JournalEntry {
  readonly id: string;
  readonly atMs: number;
  readonly actorKind: JournalRow["actorKind"];
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is looked for; null is everything. */
export interface Sought {
  readonly assemblyId: AssemblyId;
  readonly action: string | null;
  readonly actorId: PersonId | null;
  readonly from: Date | null;
  readonly until: Date | null;
}

export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly page: number;
  readonly hasMore: boolean;
  /** What may be chosen in the filter. */
  readonly actions: readonly string[];
  readonly actors: readonly { readonly id: PersonId; readonly name: string }[];
}

const PAGE_SIZE = 50;
const EXPORT_CHUNK = 500;

/** One page of the journal, the newest first; for organisers, guarantors and scrutineers. `page` counts from 1. */
export async function journalPage(
  { app, actor }: Caller,
  { page, ...search }: Sought & { readonly page: number },
): Promise<Result<JournalPage>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "journal.read", assemblyId: search.assemblyId });
  if (!authorised.ok) return authorised;
  const rows = await listJournal(db, { ...filterOf(search), limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE });
  return accept({
    entries: rows.slice(0, PAGE_SIZE).map(entryOf),
    page,
    hasMore: rows.length > PAGE_SIZE,
    actions: await listJournalActions(db, search.assemblyId),
    actors: await listJournalActors(db, search.assemblyId),
  });
}

/** Every entry that was searched for, the newest first, for an export. */
export async function journalExport(
  { app, actor }: Caller,
  search: Sought,
): Promise<Result<{ readonly entries: readonly JournalEntry[]; readonly timeZone: string; readonly slug: string }>> {
  const db = app.stores.main;
  const authorised = await authorise(db, actor, { action: "journal.read", assemblyId: search.assemblyId });
  if (!authorised.ok) return authorised;
  const entries: JournalEntry[] = [];
  for (;;) {
    const rows = await listJournal(db, { ...filterOf(search), limit: EXPORT_CHUNK, offset: entries.length });
    entries.push(...rows.map(entryOf));
    if (rows.length < EXPORT_CHUNK) break;
  }
  const { timeZone, slug } = authorised.value.assembly;
  return accept({ entries, timeZone, slug });
}

function filterOf({ assemblyId, action, actorId, from, until }: Sought) {
  return {
    assemblyId,
    ...(action && { action }),
    ...(actorId && { actorId }),
    ...(from && { from }),
    ...(until && { until }),
  };
}

function entryOf({ id, at, actorKind, actorName, action, subjectKind, subjectId, data }: EntryRow): JournalEntry {
  return {
    ...{ id, actorKind, actorName, action, subjectKind, subjectId, data },
    atMs: at.getTime(),
  };
}

type EntryRow = Awaited<ReturnType<typeof listJournal>>[number];
