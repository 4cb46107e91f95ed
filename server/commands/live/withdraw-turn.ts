import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { CommandId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { findQueueEntry, leaveQueue } from "~/db/repositories/queue";
import type { Caller } from "../../context";
import { done, inSession } from "./in-session";
import { enterFloor, floorFact, giverRight } from "./on-floor";

/** Leaves the queue, or takes somebody out of it by those who give turns there. */
export function withdrawTurn(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, entryId }: LiveCommands["withdraw-turn"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "turn.withdraw", right: "session.attend", sessionId }, async (live) => {
    const entry = await findQueueEntry(live.tx, entryId);
    if (entry?.sessionId !== sessionId) return refuse("queue-entry-unknown");
    if (entry.state !== "waiting") return done(null);
    const { groupId } = entry;
    const own = live.held.some(({ participationId }) => participationId === entry.participationId);
    if (!own) {
      const entered = await enterFloor(live, giverRight(groupId), groupId);
      if (!entered.ok) return entered;
    }
    await leaveQueue(live.tx, entryId, { state: "left", endedAt: live.now });
    return done(null, [floorFact(live, groupId, { type: "turn-withdrawn", payload: { entryId } })]);
  });
}
