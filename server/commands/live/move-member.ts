import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { moveMember as decide } from "~/app/domain/deliberation/place-member";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { loadHall } from "../../kernel/live/load-live";
import { carryCalls } from "./carry-calls";
import { done, inSession, sessionFact } from "./in-session";
import { leaveFloor } from "./on-floor";
import { seat } from "./seat";

/** Moves somebody to another group: they leave the queue and the text of the one they were in; their call for help goes along. */
export function moveMember(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, participationId, fromGroupId, toGroupId }: LiveCommands["move-member"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "member.move", right: "session.place", sessionId }, async (live) => {
    const decided = decide(await loadHall(live.tx, live.session), participationId, { fromGroupId, toGroupId });
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    const left = await leaveFloor(live, fromGroupId, participationId);
    await seat(live, participationId, toGroupId);
    const payload = { participationId, groupId: toGroupId, leftGroupId: fromGroupId };
    const placed = sessionFact(sessionId, { type: "member-placed", payload });
    return done(null, [...left, placed, ...(await carryCalls(live, live.session.roundId))]);
  });
}
