import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { assignFacilitator as decide } from "~/app/domain/deliberation/place-member";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { changeGroup, findGroup } from "~/db/repositories/breakout";
import { changeLiveSession } from "~/db/repositories/session";
import type { Caller } from "../../context";
import { loadHall } from "../../kernel/live/load-live";
import { carryCalls } from "./carry-calls";
import { done, inSession, sessionFact } from "./in-session";

/** Gives a group another facilitator, or none. */
export function assignFacilitator(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, groupId, participationId }: LiveCommands["assign-facilitator"],
): Promise<Result<null>> {
  const order = { commandId, action: "facilitator.assign", right: "session.place", sessionId } as const;
  return inSession(caller, order, async (live) => {
    const { tx, session } = live;
    const decided = decide(await loadHall(tx, session), groupId, participationId);
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    const found = await findGroup(tx, groupId);
    if (!found) throw new Error(`group ${groupId} is gone`);
    await changeGroup(tx, found.group, { facilitatorId: participationId });
    await changeLiveSession(tx, session, {});
    const payload = { groupId, facilitatorId: participationId, formerId: found.group.facilitatorId };
    const assigned = sessionFact(sessionId, { type: "facilitator-assigned", payload });
    return done(null, [assigned, ...(await carryCalls(live, session.roundId))]);
  });
}
