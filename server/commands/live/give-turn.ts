import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { TurnId } from "~/app/domain/deliberation/live-state";
import { giveTurn as decide } from "~/app/domain/deliberation/take-turns";
import { type CommandId, newId, type ParticipationId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { findParticipation } from "~/db/repositories/participation";
import { endTurn, insertTurn, leaveQueue } from "~/db/repositories/queue";
import type { Caller } from "../../context";
import { done, inSession, type Live, type LiveDone } from "./in-session";
import { enterFloor, floorFact, giverRight, type LiveFloor } from "./on-floor";

type Given = { readonly turnId: TurnId | null };

/** Gives somebody the floor, whether they wait or not; the turn under way ends. Answers null when they speak already. */
export function giveTurn(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, groupId, participationId }: LiveCommands["give-turn"],
): Promise<Result<Given>> {
  const right = giverRight(groupId);
  return inSession(
    caller,
    { commandId, action: "turn.give", right, sessionId },
    async (live): Promise<Result<LiveDone<Given>>> => {
      const { tx, now, nowMs } = live;
      const entered = await enterFloor(live, right, groupId);
      if (!entered.ok) return entered;
      if (!(await isThere(live, entered.value, participationId))) return refuse("not-there-to-speak");
      const decided = decide(entered.value.floor, participationId);
      if (!decided.ok) return decided;
      if (!decided.value) return done({ turnId: null });
      const { ended, called } = decided.value;
      if (ended) await endTurn(tx, ended.turnId, now);
      for (const { entryId } of called) await leaveQueue(tx, entryId, { state: "called", endedAt: now });
      const turnId = newId<"turn">(caller.app.random);
      await insertTurn(tx, { id: turnId, sessionId, groupId, participationId, startedAt: now, endedAt: null });
      const turn = { turnId, participationId, startedAtMs: nowMs };
      return done({ turnId }, [floorFact(live, groupId, { type: "turn-given", payload: turn })]);
    },
  );
}

/** Whether they belong to the group, or for the plenary to the assembly. */
async function isThere(
  { tx, session }: Live,
  { group }: LiveFloor,
  participationId: ParticipationId,
): Promise<boolean> {
  if (group) return group.facilitatorId === participationId || group.seated.includes(participationId);
  const held = await findParticipation(tx, participationId);
  return held?.assemblyId === session.assemblyId && held.state === "active";
}
