import { rolesIn } from "~/app/domain/assembly/actor";
import { type NotesReaders, readersOfNotes } from "~/app/domain/assembly/notes-readers";
import { permits } from "~/app/domain/assembly/permits";
import type { RichNode } from "~/app/domain/drafting/rich-text";
import type { AgendaItemId, AssemblyId, DocumentId, IdeaId, SessionId } from "~/app/domain/kernel/ids";
import type { Locale, Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type GroupRow, listSeatsIn, listSessionGroups, type RoundRow } from "~/db/repositories/breakout";
import { listIdeasKeptIn } from "~/db/repositories/idea";
import { listAgenda, type SessionRow } from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { documentAccess } from "../../kernel/document-access";
import { readNotes } from "../../kernel/draft/read-texts";
import { type Entered, enterSession } from "../../kernel/live/enter-session";
import { namesOf } from "./names-of";

/** What one table wrote for one item. */
export interface TableNotes {
  readonly documentId: DocumentId;
  readonly number: number;
  /** Whether the caller sat at it. */
  readonly own: boolean;
  readonly text: RichNode;
  /** What the table kept from its notes and has not dropped, the first kept first. */
  readonly ideas: readonly KeptIdea[];
  /** The larger parts that were taken out and are not back, for the table and the team. */
  readonly takenOut: readonly TakenOutOfNotes[];
  /** Whether the caller may write in it, and so put them back. */
  readonly writable: boolean;
}

export interface KeptIdea {
  readonly ideaId: IdeaId;
  readonly text: string;
  readonly language: Locale;
}

export interface TakenOutOfNotes {
  readonly removalId: number;
  readonly name: string;
  readonly atMs: number;
  readonly lines: readonly string[];
}

/** An item with the notes of its tables, by number; null for groups that were formed outside any item. */
export interface ItemNotes {
  readonly itemId: AgendaItemId | null;
  readonly title: Localised | null;
  readonly tables: readonly TableNotes[];
}

export interface SessionNotes {
  readonly title: Localised;
  readonly state: SessionRow["state"];
  /** Who reads the notes of all tables, now or once the session is over. */
  readonly readers: NotesReaders;
  readonly items: readonly ItemNotes[];
}

interface SessionTable {
  readonly group: GroupRow;
  readonly round: RoundRow;
}

interface Reached {
  readonly tables: readonly SessionTable[];
  /** The texts of the caller's own tables, or of all for the team. */
  readonly inside: ReadonlySet<DocumentId>;
  readonly own: ReadonlySet<DocumentId>;
}

/**
 * The notes of a session's tables, and the ideas kept from them, that the caller may read: those of their own tables, or all for the team; all for everybody in the assembly
 * once the session is over, where that was told and still is so. As they are stored now.
 * Refuses with `session-unknown`, and every refusal of `permits` for `note.read-later`.
 */
export async function tableNotes(
  caller: Caller,
  { assemblyId, sessionId }: { readonly assemblyId: AssemblyId; readonly sessionId: SessionId },
): Promise<Result<SessionNotes>> {
  const entered = await enterSession(caller, { action: "note.read-later", sessionId });
  if (!entered.ok) return entered;
  const { session, assembly } = entered.value;
  if (session.assemblyId !== assemblyId) return refuse("session-unknown");
  const { main } = caller.app.stores;
  const readers = readersOfNotes(session.notesReaders, assembly.notesReaders);
  const reached = await tablesInReach(caller, entered.value, readers);
  const agenda = (await listAgenda(main, sessionId)).map(({ id, title }) => ({ itemId: id, title }));
  const items: ItemNotes[] = [];
  for (const item of [...agenda, { itemId: null, title: null }]) {
    const tables = reached.tables.filter(({ round }) => round.agendaItemId === item.itemId);
    if (tables.length > 0) items.push({ ...item, tables: await textsOf(caller, { ...reached, tables }) });
  }
  return accept({ title: session.title, state: session.state, readers, items });
}

async function tablesInReach(
  { app, actor }: Caller,
  { session, assembly, scope }: Entered,
  readers: NotesReaders,
): Promise<Reached> {
  const tables = await listSessionGroups(app.stores.main, [session.id]);
  const seats = await listSeatsIn(
    app.stores.main,
    tables.map(({ group }) => group.id),
  );
  const held = rolesIn(actor, assembly.id).map(({ participationId }) => participationId);
  const reached = tables.map(({ group: { id, facilitatorId, documentId } }) => {
    const seated = seats.filter(({ groupId }) => groupId === id).map(({ participationId }) => participationId);
    const isOwn = held.some((one) => one === facilitatorId || seated.includes(one));
    return {
      documentId,
      isOwn,
      isInside: permits(actor, "note.read", { ...scope, group: { facilitatorId, seated } }).ok,
    };
  });
  const documents = (which: (one: (typeof reached)[number]) => boolean) =>
    new Set(reached.filter(which).map(({ documentId }) => documentId));
  const inside = documents(({ isInside }) => isInside);
  const notes = { sessionOver: session.state === "closed", readers };
  const isForAll = permits(actor, "note.read-later", { ...scope, notes }).ok;
  return {
    tables: tables.filter(({ group }) => isForAll || inside.has(group.documentId)),
    inside,
    own: documents(({ isOwn }) => isOwn),
  };
}

/** Each text once, though several rounds wrote it. */
async function textsOf(caller: Caller, { tables, inside, own }: Reached): Promise<readonly TableNotes[]> {
  const numbers = new Map(tables.map(({ group }) => [group.documentId, group.number]));
  const ideas = await ideasOf(caller, tables);
  const texts: TableNotes[] = [];
  for (const [documentId, number] of [...numbers].sort(([, one], [, other]) => one - other)) {
    // Whoever asks for this first has the log read for both.
    const takenOut = inside.has(documentId) ? await takenOutOf(caller, documentId) : [];
    const text = readNotes((await caller.app.documents.read(documentId)).state);
    const writable = takenOut.length > 0 && (await mayWrite(caller, documentId));
    const kept = ideas.get(documentId) ?? [];
    texts.push({ documentId, number, own: own.has(documentId), text, ideas: kept, takenOut, writable });
  }
  return texts;
}

/** By the notes of the table that kept them, in whichever round. */
async function ideasOf(
  { app }: Caller,
  tables: readonly SessionTable[],
): Promise<ReadonlyMap<DocumentId, readonly KeptIdea[]>> {
  const notesOf = new Map(tables.map(({ group }) => [group.id, group.documentId]));
  const kept = await listIdeasKeptIn(app.stores.main, [...notesOf.keys()]);
  const byNotes = new Map<DocumentId, KeptIdea[]>();
  for (const { id: ideaId, groupId, text, language } of kept) {
    const documentId = notesOf.get(groupId);
    if (documentId === undefined) continue;
    byNotes.set(documentId, [...(byNotes.get(documentId) ?? []), { ideaId, text, language }]);
  }
  return byNotes;
}

async function takenOutOf({ app }: Caller, documentId: DocumentId): Promise<readonly TakenOutOfNotes[]> {
  const gone = (await app.documents.takenOut({ documentId, kind: "notes" })).filter(({ back }) => back === null);
  const names = await namesOf(app, [...new Set(gone.map(({ personId }) => personId))]);
  return gone.map(({ removalId, personId, atMs, lines }) => ({
    removalId,
    name: names.get(personId) ?? "",
    atMs,
    lines,
  }));
}

async function mayWrite(caller: Caller, documentId: DocumentId): Promise<boolean> {
  const access = await documentAccess(caller, documentId);
  return access.ok && access.value.write.ok;
}
