import type { LiveCommands } from "~/app/domain/deliberation/commands";
import { checkIdea } from "~/app/domain/deliberation/keep-idea";
import { type CommandId, type IdeaId, newId, type ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { insertIdea } from "~/db/repositories/idea";
import type { Caller } from "../../context";
import { enterGroup, groupFact, inSession, type Live } from "./in-session";

/** Keeps an idea from a group's notes, with those who brought it. Refuses as `checkIdea` does, and with `session-not-running`. */
export function keepIdea(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, groupId, text, language, authorIds }: LiveCommands["keep-idea"],
): Promise<Result<{ readonly ideaId: IdeaId }>> {
  return inSession(caller, { commandId, action: "idea.keep", right: "idea.keep", sessionId }, async (live) => {
    if (live.session.state !== "running") return refuse("session-not-running");
    const entered = await enterGroup(live, "idea.keep", groupId);
    if (!entered.ok) return entered;
    const { facilitatorId, seated } = entered.value;
    const inGroup = new Set([...seated, ...(facilitatorId ? [facilitatorId] : [])]);
    const authors = [...new Set(authorIds)].sort();
    const checked = checkIdea({ text, authorIds: authors }, inGroup);
    if (!checked.ok) return checked;
    const ideaId = newId<"idea">(caller.app.random);
    const { assemblyId } = live.session;
    const kept = { text: checked.value, language, keptBy: keeper(live, inGroup), keptAt: live.now, droppedAt: null };
    await insertIdea(live.tx, { ...kept, id: ideaId, assemblyId, sessionId, groupId }, authors);
    const idea = { ideaId, text: checked.value, language, authorIds: authors, keptAtMs: live.nowMs };
    return accept({
      value: { ideaId },
      facts: [groupFact(groupId, { type: "idea-kept", payload: idea })],
      data: { idea: ideaId, group: groupId },
    });
  });
}

/** In which of their roles somebody keeps it: the one that is in the group, else the first. */
function keeper({ held }: Live, inGroup: ReadonlySet<ParticipationId>): ParticipationId {
  const [first] = held;
  if (!first) throw new Error("somebody without a role kept an idea");
  return (held.find(({ participationId }) => inGroup.has(participationId)) ?? first).participationId;
}
