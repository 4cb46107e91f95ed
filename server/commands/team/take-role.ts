import type { FloorFact } from "~/app/domain/deliberation/facts";
import { groupStream, sessionStream } from "~/app/domain/deliberation/streams";
import type { Main } from "~/db/connect";
import { changeGroup } from "~/db/repositories/breakout";
import { floorPlacesOf } from "~/db/repositories/floor-places";
import type { ParticipationRow } from "~/db/repositories/participation";
import { endTurn, type FloorKey, leaveQueue } from "~/db/repositories/queue";
import { endRole } from "~/db/repositories/team-role";
import { tellingSessions } from "../../kernel/attendance";
import type { FactNote } from "../../kernel/carry-out";

/**
 * Ends a role, inside a command's transaction. In a session that goes on, whoever held it no longer speaks, waits to speak or leads a
 * group. Answers the facts for those sessions.
 */
export async function takeRole(
  tx: Main,
  { id, assemblyId }: Pick<ParticipationRow, "id" | "assemblyId">,
  now: Date,
): Promise<readonly FactNote[]> {
  const left = await leavePlaces(tx, id, now);
  const { facts } = await tellingSessions(tx, [assemblyId], () => endRole(tx, id, now));
  return [...left, ...facts];
}

async function leavePlaces(tx: Main, id: ParticipationRow["id"], now: Date): Promise<FactNote[]> {
  const facts: FactNote[] = [];
  const { turns, waiting, leads } = await floorPlacesOf(tx, id);
  for (const turn of turns) {
    await endTurn(tx, turn.id, now);
    facts.push(onFloor(turn, { type: "turn-ended", payload: { turnId: turn.id, endedAtMs: now.getTime() } }));
  }
  for (const entry of waiting) {
    await leaveQueue(tx, entry.id, { state: "left", endedAt: now });
    facts.push(onFloor(entry, { type: "turn-withdrawn", payload: { entryId: entry.id } }));
  }
  for (const { group, sessionId } of leads) {
    await changeGroup(tx, group, { facilitatorId: null });
    const payload = { groupId: group.id, facilitatorId: null, formerId: id };
    facts.push({ stream: sessionStream(sessionId), type: "facilitator-assigned", payload });
  }
  return facts;
}

const onFloor = ({ sessionId, groupId }: FloorKey, fact: FloorFact): FactNote =>
  groupId === null ? { stream: sessionStream(sessionId), ...fact } : { stream: groupStream(groupId), ...fact };
