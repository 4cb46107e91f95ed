import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { CommandId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { endTurn as end, findTurn } from "~/db/repositories/queue";
import type { Caller } from "../../context";
import { done, inSession } from "./in-session";
import { enterFloor, floorFact, giverRight } from "./on-floor";

/** Ends a turn: one's own, or anybody's by those who give turns there. */
export function endTurn(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, turnId }: LiveCommands["end-turn"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "turn.end", right: "session.attend", sessionId }, async (live) => {
    const turn = await findTurn(live.tx, turnId);
    if (turn?.sessionId !== sessionId) return refuse("turn-unknown");
    if (turn.endedAt !== null) return done(null);
    const { groupId } = turn;
    const own = live.held.some(({ participationId }) => participationId === turn.participationId);
    if (!own) {
      const entered = await enterFloor(live, giverRight(groupId), groupId);
      if (!entered.ok) return entered;
    }
    await end(live.tx, turnId, live.now);
    return done(null, [floorFact(live, groupId, { type: "turn-ended", payload: { turnId, endedAtMs: live.nowMs } })]);
  });
}
