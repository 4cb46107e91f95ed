import { isGivenTo } from "~/app/domain/assembly/rights";
import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { QueueEntryId } from "~/app/domain/deliberation/live-state";
import { askTurn as decide } from "~/app/domain/deliberation/take-turns";
import { type CommandId, newId, type ParticipationId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { insertQueueEntry } from "~/db/repositories/queue";
import type { Caller } from "../../context";
import { done, inSession, type Live, type LiveDone } from "./in-session";
import { enterFloor, floorFact, type LiveFloor } from "./on-floor";

type Asked = { readonly entryId: QueueEntryId | null };

/** Asks to speak, in the plenary or in one's group. Answers the entry in the queue; null when they were waiting already. */
export function askTurn(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, groupId }: LiveCommands["ask-turn"],
): Promise<Result<Asked>> {
  const order = { commandId, action: "turn.ask", right: "turn.ask", sessionId } as const;
  return inSession(caller, order, async (live): Promise<Result<LiveDone<Asked>>> => {
    const entered = await enterFloor(live, "turn.ask", groupId);
    if (!entered.ok) return entered;
    const participationId = speakerOn(live, entered.value);
    if (!participationId) return refuse("not-your-group");
    const decided = decide(entered.value.floor, participationId);
    if (!decided.ok) return decided;
    if (!decided.value) return done({ entryId: null });
    const entryId = newId<"queue-entry">(caller.app.random);
    await insertQueueEntry(live.tx, {
      id: entryId,
      sessionId,
      groupId,
      participationId,
      state: "waiting",
      askedAt: live.now,
      endedAt: null,
    });
    const entry = { entryId, participationId, askedAtMs: live.nowMs };
    return done({ entryId }, [floorFact(live, groupId, { type: "turn-asked", payload: entry })]);
  });
}

/** The role in which somebody speaks there: in a group the one that sits in it, in the plenary the member first. */
function speakerOn({ held }: Live, { group }: LiveFloor): ParticipationId | undefined {
  const speaking = held.filter(({ role }) => isGivenTo("turn.ask", role));
  if (group) {
    return speaking.find(
      ({ participationId }) => group.facilitatorId === participationId || group.seated.includes(participationId),
    )?.participationId;
  }
  return (speaking.find(({ role }) => role === "member") ?? speaking[0])?.participationId;
}
