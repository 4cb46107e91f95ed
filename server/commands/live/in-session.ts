import { type HeldRole, rolesIn } from "~/app/domain/assembly/actor";
import { type GroupScope, permits } from "~/app/domain/assembly/permits";
import type { Action } from "~/app/domain/assembly/rights";
import type { GroupFact, HelpFact, SessionFact } from "~/app/domain/deliberation/facts";
import { groupStream, type HelpStream, sessionStream } from "~/app/domain/deliberation/streams";
import type { CommandId, GroupId, PersonId, SessionId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { MainTx } from "~/db/connect";
import { findGroup, type GroupRow, type RoundRow, seatedIn } from "~/db/repositories/breakout";
import type { Caller } from "../../context";
import { carryOut, type Done, type FactNote } from "../../kernel/carry-out";
import { type Entered, enterSession } from "../../kernel/live/enter-session";

/** A session inside a command's transaction, and who asks. */
export interface Live extends Entered {
  readonly tx: MainTx;
  readonly caller: Caller;
  readonly now: Date;
  readonly nowMs: number;
  /** The roles the caller holds in the assembly. */
  readonly held: readonly HeldRole[];
  /** What `permits` has allowed already, without a group. */
  readonly right: Action;
}

/** What a live command did. Without facts it had been done already, and leaves no trace. */
export interface LiveDone<T> {
  readonly value: T;
  readonly facts: readonly FactNote[];
  /** What the journal says besides the session. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly rightsChanged?: readonly PersonId[];
}

export interface LiveOrder {
  readonly commandId: CommandId | null;
  /** The name in the journal. */
  readonly action: string;
  /** What `permits` is asked first, before any group is known. */
  readonly right: Action;
  readonly sessionId: SessionId;
}

/** Runs a live command: one transaction, the session loaded and the right asked. */
export function inSession<T>(
  caller: Caller,
  { commandId, action, right, sessionId }: LiveOrder,
  work: (live: Live) => Promise<Result<LiveDone<T>>>,
): Promise<Result<T>> {
  return carryOut(caller, { commandId, action }, async (tx): Promise<Result<Done<T>>> => {
    const entered = await enterSession(caller, { action: right, sessionId, tx });
    if (!entered.ok) return entered;
    const { assemblyId } = entered.value.session;
    const now = caller.app.clock.now();
    const held = rolesIn(caller.actor, assemblyId);
    const worked = await work({ ...entered.value, tx, caller, now, nowMs: now.getTime(), held, right });
    if (!worked.ok) return worked;
    const { value, facts, data, rightsChanged } = worked.value;
    const note = { action, assemblyId, subject: { kind: "session", id: sessionId }, ...(data && { data }) };
    return accept({ value, facts, journal: facts.length > 0 ? [note] : [], ...(rightsChanged && { rightsChanged }) });
  });
}

export const done = <T>(value: T, facts: readonly FactNote[] = []): Result<LiveDone<T>> => accept({ value, facts });

export const sessionFact = (sessionId: SessionId, fact: SessionFact): FactNote => ({
  stream: sessionStream(sessionId),
  ...fact,
});
export const groupFact = (groupId: GroupId, fact: GroupFact): FactNote => ({ stream: groupStream(groupId), ...fact });
export const helpFact = (stream: HelpStream, fact: HelpFact): FactNote => ({ stream, ...fact });

/** A group of the session, with the scope that `permits` is asked about. */
export interface LiveGroup extends GroupScope {
  readonly group: GroupRow;
  readonly round: RoundRow;
}

/** Loads a group of this session and asks `permits`. Refuses with `group-unknown`, and every refusal of `permits`. */
export async function enterGroup(live: Live, action: Action, groupId: GroupId): Promise<Result<LiveGroup>> {
  const found = await findGroup(live.tx, groupId);
  if (found?.round.sessionId !== live.session.id) return refuse("group-unknown");
  const { facilitatorId } = found.group;
  const seated = await seatedIn(live.tx, groupId);
  const permitted = permits(live.caller.actor, action, { ...live.scope, group: { facilitatorId, seated } });
  return permitted.ok ? accept({ ...found, facilitatorId, seated }) : permitted;
}
