import { MINUTE_MS } from "../kernel/clock";
import { accept, type Result, refuse } from "../kernel/result";
import type { LiveCommands } from "./commands";
import type { GroupState, MoreTime, SessionState } from "./live-state";

/** When a group's time ends (UTC ms): everyone's end, and what it was given on top. Null where nothing is timed. */
export function groupEndsAtMs(
  { itemEndsAtMs }: Pick<SessionState, "itemEndsAtMs">,
  { moreTime }: Pick<GroupState, "moreTime">,
): number | null {
  if (itemEndsAtMs === null || !moreTime) return itemEndsAtMs;
  return Math.max(itemEndsAtMs, moreTime.sinceMs ?? itemEndsAtMs) + moreTime.moreMs;
}

/**
 * What a group has on top after it is given more minutes: after its own end, or from now if that is over. What everyone is given
 * before or after is not touched. Null when it has been given time since it was seen. Refuses with `session-not-running`.
 */
export function extendGroup(
  session: Pick<SessionState, "state" | "itemEndsAtMs">,
  group: Pick<GroupState, "moreTime">,
  { seenMoreTime, minutes, nowMs }: Pick<LiveCommands["extend-group"], "seenMoreTime" | "minutes"> & { nowMs: number },
): Result<MoreTime | null> {
  const endsAtMs = groupEndsAtMs(session, group);
  if (session.state !== "running" || endsAtMs === null) return refuse("session-not-running");
  const { moreTime } = group;
  if (moreTime?.moreMs !== seenMoreTime?.moreMs || moreTime?.sinceMs !== seenMoreTime?.sinceMs) return accept(null);
  const givenMs = minutes * MINUTE_MS;
  if (nowMs > endsAtMs) return accept({ moreMs: givenMs, sinceMs: nowMs });
  return accept({ moreMs: (moreTime?.moreMs ?? 0) + givenMs, sinceMs: moreTime?.sinceMs ?? null });
}

/** By how many minutes a group's end is later than everyone's; 0 where it is not, or by less than one. */
export function minutesLonger(
  session: Pick<SessionState, "itemEndsAtMs">,
  group: Pick<GroupState, "moreTime">,
): number {
  const endsAtMs = groupEndsAtMs(session, group);
  if (endsAtMs === null || session.itemEndsAtMs === null) return 0;
  return Math.round((endsAtMs - session.itemEndsAtMs) / MINUTE_MS);
}
