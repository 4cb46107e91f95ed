import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { Attendee } from "~/app/domain/deliberation/live-state";
import { undoCallBack as decide } from "~/app/domain/deliberation/undo-call-back";
import type { CommandId, RoundId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import type { Main } from "~/db/connect";
import { changeGroup, findRound, listGroups, reopenRound } from "~/db/repositories/breakout";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import type { FactNote } from "../../kernel/carry-out";
import { loadHall, loadRound } from "../../kernel/live/load-live";
import { carryCalls } from "./carry-calls";
import { done, inSession, type Live, sessionFact } from "./in-session";
import { closeFloor, returnToFloor, withdrawSince } from "./on-floor";

/** Sends everybody back to the groups they were called back from: the same people, queues, notes and time left. */
export function undoCallBack(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, roundId }: LiveCommands["undo-call-back"],
): Promise<Result<null>> {
  const order = { commandId, action: "groups.undo-call-back", right: "session.run", sessionId } as const;
  return inSession(caller, order, async (live) => {
    const { tx, session } = live;
    const hall = await loadHall(tx, session);
    const decided = decide(hall, roundId);
    if (!decided.ok) return decided;
    if (decided.value === null) return done(null);
    const queueFacts = await returnQueues(live, roundId, hall.attendees);
    await reopenRound(tx, roundId);
    await dropAbsentLeads(tx, roundId, hall.attendees);
    await changeLiveSession(tx, session, { roundId });
    const round = await loadRound(tx, { roundId });
    if (!round) throw new Error(`round ${roundId} is gone`);
    const opened = sessionFact(sessionId, { type: "round-opened", payload: round });
    return done(null, [...queueFacts, opened, ...(await carryCalls(live, roundId))]);
  });
}

/**
 * Every queue is as it was before the call back: the groups' own, without those who have left the assembly since, and the plenary's
 * without those who asked there while everybody was back.
 */
async function returnQueues(
  live: Live,
  roundId: RoundId,
  attendees: readonly Attendee[],
): Promise<readonly FactNote[]> {
  const here = new Set(attendees.map(({ participationId }) => participationId));
  const calledBackAt = (await findRound(live.tx, roundId))?.endedAt;
  if (!calledBackAt) throw new Error(`round ${roundId} is not over`);
  const facts = [...(await closeFloor(live, null, "stay")), ...(await withdrawSince(live, calledBackAt))];
  for (const { id } of await listGroups(live.tx, roundId)) facts.push(...(await returnToFloor(live, id, here)));
  return facts;
}

/** Whoever has left the assembly since leads no group any more. */
async function dropAbsentLeads(tx: Main, roundId: RoundId, attendees: readonly Attendee[]): Promise<void> {
  const here = new Set(attendees.map(({ participationId }) => participationId));
  for (const group of await listGroups(tx, roundId)) {
    const { facilitatorId } = group;
    if (facilitatorId !== null && !here.has(facilitatorId)) await changeGroup(tx, group, { facilitatorId: null });
  }
}
