import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { placeMember as decide } from "~/app/domain/deliberation/place-member";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { loadHall } from "../../kernel/live/load-live";
import { carryCalls } from "./carry-calls";
import { done, inSession, sessionFact } from "./in-session";
import { seat } from "./seat";

/** Places somebody from the lobby in a group. */
export function placeMember(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, participationId, groupId }: LiveCommands["place-member"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "member.place", right: "session.place", sessionId }, async (live) => {
    const decided = decide(await loadHall(live.tx, live.session), participationId, groupId);
    if (!decided.ok) return decided;
    if (!decided.value) return done(null);
    await seat(live, participationId, groupId);
    const payload = { participationId, groupId, leftGroupId: null };
    const placed = sessionFact(sessionId, { type: "member-placed", payload });
    return done(null, [placed, ...(await carryCalls(live, live.session.roundId))]);
  });
}
