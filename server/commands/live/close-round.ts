import { endRound, listGroups } from "~/db/repositories/breakout";
import type { FactNote } from "../../kernel/carry-out";
import { type Live, sessionFact } from "./in-session";
import { closeFloor } from "./on-floor";

/** Ends the open round, if there is one: the groups' turns and queues end with it. The session's row is left to the caller. */
export async function closeRound(live: Live): Promise<readonly FactNote[]> {
  const { tx, session, now } = live;
  const { roundId } = session;
  if (roundId === null) return [];
  const facts: FactNote[] = [];
  for (const { id } of await listGroups(tx, roundId)) facts.push(...(await closeFloor(live, id, "dispersed")));
  await endRound(tx, roundId, now);
  return [...facts, sessionFact(session.id, { type: "round-ended", payload: { roundId } })];
}
