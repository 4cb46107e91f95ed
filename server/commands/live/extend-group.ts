import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { extendGroup as decide } from "~/app/domain/deliberation/group-time";
import type { CommandId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { changeGroup } from "~/db/repositories/breakout";
import type { Caller } from "../../context";
import { moreTimeOf } from "../../kernel/live/load-live";
import { done, enterGroup, groupFact, inSession } from "./in-session";

/** Gives one group more minutes, on top of everyone's, by those who lead it. */
export function extendGroup(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, groupId, seenMoreTime, minutes }: LiveCommands["extend-group"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "group.extend", right: "group.lead", sessionId }, async (live) => {
    const { tx, session, nowMs } = live;
    const entered = await enterGroup(live, "group.lead", groupId);
    if (!entered.ok) return entered;
    const { group, round } = entered.value;
    if (round.id !== session.roundId) return refuse("round-ended");
    const times = { state: session.state, itemEndsAtMs: session.itemEndsAt?.getTime() ?? null };
    const decided = decide(times, { moreTime: moreTimeOf(group) }, { seenMoreTime, minutes, nowMs });
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    const { moreMs, sinceMs } = decided.value;
    await changeGroup(tx, group, { moreMs, moreSince: sinceMs === null ? null : new Date(sinceMs) });
    return done(null, [groupFact(groupId, { type: "group-time-set", payload: { moreTime: decided.value } })]);
  });
}
