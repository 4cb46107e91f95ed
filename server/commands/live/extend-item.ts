import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { extendItem as decide } from "~/app/domain/deliberation/run-session";
import type { GroupId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { changeGroup } from "~/db/repositories/breakout";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { done, enterGroup, groupFact, inSession, type Live, type LiveDone, sessionFact } from "./in-session";

type Seen = Pick<LiveCommands["extend-item"], "seenEndsAtMs" | "minutes">;

/** Gives an item more minutes: for everyone, or for one group by those who lead it. */
export function extendItem(
  caller: Caller,
  commandId: string | null,
  { sessionId, groupId, ...seen }: LiveCommands["extend-item"],
): Promise<Result<null>> {
  const right = groupId === null ? "session.run" : "group.lead";
  return inSession(caller, { commandId, action: "item.extend", right, sessionId }, (live) =>
    groupId === null ? forEveryone(live, seen) : forGroup(live, groupId, seen),
  );
}

async function forEveryone({ tx, session, nowMs }: Live, seen: Seen): Promise<Result<LiveDone<null>>> {
  const decided = decide({ state: session.state, itemEndsAtMs: session.itemEndsAt?.getTime() ?? null }, seen, nowMs);
  if (!decided.ok) return decided;
  if (decided.value === null) return done(null);
  await changeLiveSession(tx, session, { itemEndsAt: new Date(decided.value) });
  return done(null, [sessionFact(session.id, { type: "item-extended", payload: { itemEndsAtMs: decided.value } })]);
}

async function forGroup(live: Live, groupId: GroupId, seen: Seen): Promise<Result<LiveDone<null>>> {
  const { tx, session, nowMs } = live;
  const entered = await enterGroup(live, "group.lead", groupId);
  if (!entered.ok) return entered;
  const { group, round } = entered.value;
  if (round.id !== session.roundId) return refuse("round-ended");
  const endsAt = group.itemEndsAt ?? session.itemEndsAt;
  const decided = decide({ state: session.state, itemEndsAtMs: endsAt?.getTime() ?? null }, seen, nowMs);
  if (!decided.ok) return decided;
  if (decided.value === null) return done(null);
  await changeGroup(tx, group, { itemEndsAt: new Date(decided.value) });
  return done(null, [groupFact(groupId, { type: "group-item-extended", payload: { itemEndsAtMs: decided.value } })]);
}
