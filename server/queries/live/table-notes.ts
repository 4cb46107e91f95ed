import { permits } from "~/app/domain/assembly/permits";
import type { RichNode } from "~/app/domain/drafting/rich-text";
import type { AgendaItemId, AssemblyId, DocumentId, SessionId } from "~/app/domain/kernel/ids";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type GroupRow, listSeatsIn, listSessionGroups, type RoundRow } from "~/db/repositories/breakout";
import { listAgenda } from "~/db/repositories/session-calendar";
import { readNotes } from "../../commands/draft/read-texts";
import type { Caller } from "../../context";
import { type Entered, enterSession } from "./enter-session";

/** What one table wrote for one item. */
export interface TableNotes {
  readonly documentId: DocumentId;
  readonly number: number;
  readonly text: RichNode;
}

/** An item with the notes of its tables, by number; null for groups that were formed outside any item. */
export interface ItemNotes {
  readonly itemId: AgendaItemId | null;
  readonly title: Localised | null;
  readonly tables: readonly TableNotes[];
}

export interface SessionNotes {
  readonly title: Localised;
  readonly items: readonly ItemNotes[];
}

interface SessionTable {
  readonly group: GroupRow;
  readonly round: RoundRow;
}

/**
 * The notes of a session's tables that the caller may read: those of their own tables, or all for the team. As they are stored now.
 * Refuses with `session-unknown`, and every refusal of `permits` for `note.read`.
 */
export async function tableNotes(
  caller: Caller,
  { assemblyId, sessionId }: { readonly assemblyId: AssemblyId; readonly sessionId: SessionId },
): Promise<Result<SessionNotes>> {
  const entered = await enterSession(caller, { action: "note.read", sessionId });
  if (!entered.ok) return entered;
  const { session } = entered.value;
  if (session.assemblyId !== assemblyId) return refuse("session-unknown");
  const { main } = caller.app.stores;
  const readable = await tablesInReach(caller, entered.value);
  const agenda = (await listAgenda(main, sessionId)).map(({ id, title }) => ({ itemId: id, title }));
  const items: ItemNotes[] = [];
  for (const item of [...agenda, { itemId: null, title: null }]) {
    const tables = await textsOf(
      caller,
      readable.filter(({ round }) => round.agendaItemId === item.itemId),
    );
    if (tables.length > 0) items.push({ ...item, tables });
  }
  return accept({ title: session.title, items });
}

async function tablesInReach({ app, actor }: Caller, { session, scope }: Entered): Promise<readonly SessionTable[]> {
  const groups = await listSessionGroups(app.stores.main, [session.id]);
  const seats = await listSeatsIn(
    app.stores.main,
    groups.map(({ group }) => group.id),
  );
  const reached = groups.filter(({ group: { id, facilitatorId } }) => {
    const seated = seats.filter(({ groupId }) => groupId === id).map(({ participationId }) => participationId);
    return permits(actor, "note.read", { ...scope, group: { facilitatorId, seated } }).ok;
  });
  const documents = new Set(reached.map(({ group }) => group.documentId));
  return groups.filter(({ group }) => documents.has(group.documentId));
}

/** Each text once, though several rounds wrote it. */
async function textsOf({ app }: Caller, tables: readonly SessionTable[]): Promise<readonly TableNotes[]> {
  const numbers = new Map(tables.map(({ group }) => [group.documentId, group.number]));
  const texts: TableNotes[] = [];
  for (const [documentId, number] of [...numbers].sort(([, one], [, other]) => one - other)) {
    texts.push({ documentId, number, text: readNotes((await app.documents.read(documentId)).state) });
  }
  return texts;
}
