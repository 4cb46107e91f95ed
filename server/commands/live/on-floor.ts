import { permits } from "~/app/domain/assembly/permits";
import type { Action } from "~/app/domain/assembly/rights";
import type { FloorFact } from "~/app/domain/deliberation/facts";
import type { Floor } from "~/app/domain/deliberation/live-state";
import type { GroupId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { endTurn, leaveQueue, listDispersed, returnToQueue } from "~/db/repositories/queue";
import type { FactNote } from "../../kernel/carry-out";
import { loadFloor } from "../../kernel/live/load-live";
import { enterGroup, groupFact, type Live, type LiveGroup, sessionFact } from "./in-session";

/** Where people speak one after the other: the plenary (no group), or a group. */
export interface LiveFloor {
  readonly groupId: GroupId | null;
  readonly group: LiveGroup | null;
  readonly floor: Floor;
}

/** Who may give turns there. */
export const giverRight = (groupId: GroupId | null): Action =>
  groupId === null ? "turn.give-in-plenary" : "turn.give-in-group";

/**
 * Enters a floor to do something there. Refuses with `session-not-running`, `plenary-dispersed` (the groups sit), `round-ended`,
 * `group-unknown`, and every refusal of `permits`.
 */
export async function enterFloor(live: Live, action: Action, groupId: GroupId | null): Promise<Result<LiveFloor>> {
  const { session, tx, caller, scope, right } = live;
  if (session.state !== "running") return refuse("session-not-running");
  if (groupId === null) {
    const permitted = right === action ? accept(null) : permits(caller.actor, action, scope);
    if (!permitted.ok) return permitted;
    if (session.roundId !== null) return refuse("plenary-dispersed");
  }
  const entered = groupId === null ? accept(null) : await enterGroup(live, action, groupId);
  if (!entered.ok) return entered;
  const group = entered.value;
  if (group && group.round.id !== session.roundId) return refuse("round-ended");
  return accept({ groupId, group, floor: await loadFloor(tx, { sessionId: session.id, groupId }) });
}

/** A fact of the floor, for its stream. */
export function floorFact(live: Live, groupId: GroupId | null, fact: FloorFact): FactNote {
  return groupId === null ? sessionFact(live.session.id, fact) : groupFact(groupId, fact);
}

/**
 * Ends the turn under way on a floor. What becomes of those who wait there: they `stay`, or they go, for good (`left`) or until the round
 * reopens (`dispersed`). Nothing where nobody speaks or waits.
 */
export async function closeFloor(
  live: Live,
  groupId: GroupId | null,
  waiting: "stay" | "left" | "dispersed",
): Promise<readonly FactNote[]> {
  const { tx, now, nowMs, session } = live;
  const { turn, queue } = await loadFloor(tx, { sessionId: session.id, groupId });
  if (turn) await endTurn(tx, turn.turnId, now);
  if (waiting === "stay") {
    if (!turn) return [];
    return [floorFact(live, groupId, { type: "turn-ended", payload: { turnId: turn.turnId, endedAtMs: nowMs } })];
  }
  for (const { entryId } of queue) await leaveQueue(tx, entryId, { state: waiting, endedAt: now });
  if (!turn && queue.length === 0) return [];
  return [floorFact(live, groupId, { type: "floor-closed", payload: { atMs: nowMs } })];
}

/** Somebody leaves a floor: their turn ends, and they no longer wait. */
export async function leaveFloor(live: Live, groupId: GroupId, who: ParticipationId): Promise<readonly FactNote[]> {
  const { tx, now, nowMs, session } = live;
  const { turn, queue } = await loadFloor(tx, { sessionId: session.id, groupId });
  const facts: FactNote[] = [];
  if (turn?.participationId === who) {
    await endTurn(tx, turn.turnId, now);
    facts.push(groupFact(groupId, { type: "turn-ended", payload: { turnId: turn.turnId, endedAtMs: nowMs } }));
  }
  for (const { entryId, participationId } of queue) {
    if (participationId !== who) continue;
    await leaveQueue(tx, entryId, { state: "left", endedAt: now });
    facts.push(groupFact(groupId, { type: "turn-withdrawn", payload: { entryId } }));
  }
  return facts;
}

/** Those who waited in a group when its round ended wait there again, in the same order: of them whoever is still `here`. */
export async function returnToFloor(
  live: Live,
  groupId: GroupId,
  here: ReadonlySet<ParticipationId>,
): Promise<readonly FactNote[]> {
  const facts: FactNote[] = [];
  for (const { id: entryId, participationId, askedAt } of await listDispersed(live.tx, groupId)) {
    if (!here.has(participationId)) continue;
    await returnToQueue(live.tx, entryId);
    const entry = { entryId, participationId, askedAtMs: askedAt.getTime() };
    facts.push(groupFact(groupId, { type: "turn-asked", payload: entry }));
  }
  return facts;
}

/** Whoever has asked to speak in the plenary since then waits there no more. */
export async function withdrawSince(live: Live, since: Date): Promise<readonly FactNote[]> {
  const { tx, now, session } = live;
  const { queue } = await loadFloor(tx, { sessionId: session.id, groupId: null });
  const facts: FactNote[] = [];
  for (const { entryId, askedAtMs } of queue) {
    if (askedAtMs < since.getTime()) continue;
    await leaveQueue(tx, entryId, { state: "left", endedAt: now });
    facts.push(sessionFact(session.id, { type: "turn-withdrawn", payload: { entryId } }));
  }
  return facts;
}
