import { system } from "~/app/domain/assembly/actor";
import { listDueVotes } from "~/db/repositories/vote";
import { closeVote } from "../commands/vote/close-vote";
import type { App } from "../context";
import type { Job } from "./jobs";

/** Closes and counts the votes whose end has passed. Voices after the end are refused whether or not this has run. */
export function closeDueVotes(app: App): Job {
  return {
    name: "close-due-votes",
    everyMs: 5_000,
    async run() {
      for (const { id, assemblyId } of await listDueVotes(app.stores.main, app.clock.now())) {
        const closed = await closeVote({ app, actor: system }, null, { assemblyId, voteId: id });
        if (!closed.ok) app.log.warn({ vote: id, code: closed.refusal.code }, "a due vote was not closed");
      }
    },
  };
}
