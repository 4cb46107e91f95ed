import type { LiveCommands } from "~/app/domain/deliberation/commands";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { dropIdea as drop, findIdea } from "~/db/repositories/idea";
import type { Caller } from "../../context";
import { done, enterGroup, groupFact, inSession } from "./in-session";

/** Drops an idea that was kept; its row stays. */
export function dropIdea(
  caller: Caller,
  commandId: CommandId | null,
  { sessionId, ideaId }: LiveCommands["drop-idea"],
): Promise<Result<null>> {
  return inSession(caller, { commandId, action: "idea.drop", right: "idea.keep", sessionId }, async (live) => {
    if (live.session.state !== "running") return refuse("session-not-running");
    const idea = await findIdea(live.tx, ideaId);
    if (idea?.sessionId !== sessionId) return refuse("idea-unknown");
    const entered = await enterGroup(live, "idea.keep", idea.groupId);
    if (!entered.ok) return entered;
    if (idea.droppedAt !== null) return done(null);
    await drop(live.tx, ideaId, live.now);
    return accept({
      value: null,
      facts: [groupFact(idea.groupId, { type: "idea-dropped", payload: { ideaId } })],
      data: { idea: ideaId, group: idea.groupId },
    });
  });
}
