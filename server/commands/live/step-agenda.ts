import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { stepAgenda as decide } from "~/app/domain/deliberation/run-session";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { clearGroupTimes } from "~/db/repositories/breakout";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { loadHall } from "../../kernel/live/load-live";
import { carryCalls } from "./carry-calls";
import { closeRound } from "./close-round";
import { done, groupFact, inSession, sessionFact } from "./in-session";

/**
 * Goes to another item of the agenda. Two organisers who press "next" at once go one step, not two. To a plenary item everyone comes
 * back from the groups with the same step.
 */
export function stepAgenda(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, ...step }: LiveCommands["step-agenda"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "agenda.step", right: "session.run", sessionId }, async (live) => {
    const { tx, session, nowMs } = live;
    const decided = decide(await loadHall(tx, session), step, nowMs);
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    const { endedRoundId, ...begun } = decided.value;
    const facts = endedRoundId === null ? [] : [...(await closeRound(live)), ...(await carryCalls(live, null))];
    for (const groupId of await clearGroupTimes(tx, sessionId)) {
      facts.push(groupFact(groupId, { type: "group-time-set", payload: { moreTime: null } }));
    }
    await changeLiveSession(tx, session, {
      currentItemId: begun.itemId,
      itemEndsAt: new Date(begun.itemEndsAtMs),
      ...(endedRoundId !== null && { roundId: null }),
    });
    const stepped = sessionFact(sessionId, { type: "item-stepped", payload: begun });
    return accept({ value: null, facts: [...facts, stepped], data: { calledBack: endedRoundId !== null } });
  });
}
