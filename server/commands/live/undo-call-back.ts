import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { Attendee } from "~/app/domain/deliberation/live-state";
import { undoCallBack as decide } from "~/app/domain/deliberation/undo-call-back";
import type { RoundId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { changeGroup, listGroups, reopenRound } from "~/db/repositories/breakout";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { loadHall, loadRound } from "../../queries/live/load-live";
import { done, inSession, sessionFact } from "./in-session";
import { closeFloor } from "./on-floor";

/** Sends everybody back to the groups they were called back from: the same people, notes and time left. */
export function undoCallBack(
  caller: Caller,
  commandId: string | null,
  { sessionId, roundId }: LiveCommands["undo-call-back"],
): Promise<Result<null>> {
  const order = { commandId, action: "groups.undo-call-back", right: "session.run", sessionId } as const;
  return inSession(caller, order, async (live) => {
    const { tx, session } = live;
    const hall = await loadHall(tx, session);
    const decided = decide(hall, roundId);
    if (!decided.ok) return decided;
    if (decided.value === null) return done(null);
    const floorFacts = await closeFloor(live, null, false);
    await reopenRound(tx, roundId);
    await dropAbsentLeads(tx, roundId, hall.attendees);
    await changeLiveSession(tx, session, { roundId });
    const round = await loadRound(tx, { roundId });
    if (!round) throw new Error(`round ${roundId} is gone`);
    return done(null, [...floorFacts, sessionFact(sessionId, { type: "round-opened", payload: round })]);
  });
}

/** Whoever has left the assembly since leads no group any more. */
async function dropAbsentLeads(tx: Main, roundId: RoundId, attendees: readonly Attendee[]): Promise<void> {
  const here = new Set(attendees.map(({ participationId }) => participationId));
  for (const group of await listGroups(tx, roundId)) {
    const { facilitatorId } = group;
    if (facilitatorId !== null && !here.has(facilitatorId)) await changeGroup(tx, group, { facilitatorId: null });
  }
}
