import { type AgendaEdit, checkChangeable, editAgenda as decide } from "~/app/domain/assembly/session-plan";
import { type AgendaItemId, type AssemblyId, type CommandId, newId, type SessionId } from "~/app/domain/kernel/ids";
import { accept, accepted, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import {
  type AgendaItemRow,
  changeAgendaItem,
  changeSession,
  deleteAgendaItem,
  findSession,
  insertAgendaItem,
  listAgenda,
} from "~/db/repositories/session-calendar";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type Done } from "../../kernel/carry-out";
import { itemMark } from "../../kernel/prepare/calendar-marks";
import { checkSeen, type FilledFrom } from "../../kernel/seen";

/** An edit as a form sends it: a new item has no id yet. */
export type AgendaRequest =
  | Exclude<AgendaEdit<AgendaItemId>, { kind: "add" }>
  | Omit<Extract<AgendaEdit<AgendaItemId>, { kind: "add" }>, "id">;

export interface AgendaOrder extends FilledFrom {
  readonly assemblyId: AssemblyId;
  readonly sessionId: SessionId;
  /** The session's version that the page showed. A form that changes one item sends that item's mark instead (`seen`). */
  readonly version?: number;
  readonly edit: AgendaRequest;
}

type Edited = { readonly version: number };

/**
 * Edits the agenda of a planned session: one item more, changed, moved or less. Refuses as the domain does, `session-unknown`,
 * `session-running`, `session-over`, and `changed-meanwhile`.
 */
export function editAgenda(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, sessionId, edit, seen, ...shown }: AgendaOrder,
): Promise<Result<Edited>> {
  const { actor, app } = caller;
  return carryOut(caller, { commandId, action: "agenda.edit" }, async (tx): Promise<Result<Done<Edited>>> => {
    const authorised = await authorise(tx, actor, { action: "session.edit", assemblyId });
    if (!authorised.ok) return authorised;
    const session = await findSession(tx, sessionId);
    if (session?.assemblyId !== assemblyId) return refuse("session-unknown");
    const changeable = checkChangeable(session.state);
    if (!changeable.ok) return changeable;
    const before = await listAgenda(tx, sessionId);
    const edited = edit.kind === "change" ? before.find((item) => item.id === edit.id) : undefined;
    const same = edited ? checkSeen(itemMark(edited), seen) : accepted;
    if (!same.ok) return same;
    const version = shown.version ?? session.version;
    const id = newId<"agenda-item">(app.random);
    const decided = decide(before, edit.kind === "add" ? { ...edit, id } : edit);
    if (!decided.ok) return decided;
    if (!(await changeSession(tx, { id: sessionId, version }, {}))) return refuse("changed-meanwhile");
    const after = decided.value.map((item, position) => ({ ...item, sessionId, position }));
    await save(tx, before, after);
    return accept({
      value: { version: version + 1 },
      journal: [
        {
          action: "agenda.edit",
          assemblyId,
          subject: { kind: "session", id: sessionId },
          data: { edit: edit.kind, items: after.length },
        },
      ],
    });
  });
}

async function save(tx: MainTx, before: readonly AgendaItemRow[], after: readonly AgendaItemRow[]): Promise<void> {
  for (const { id } of before) {
    if (!after.some((item) => item.id === id)) await deleteAgendaItem(tx, id);
  }
  for (const item of after) {
    const { id, sessionId, position, mode, minutes, title, prompt } = item;
    const change = { position, mode, minutes, title, prompt };
    if (before.some((known) => known.id === id)) await changeAgendaItem(tx, id, change);
    else await insertAgendaItem(tx, { ...change, id, sessionId });
  }
}
