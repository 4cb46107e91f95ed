import { system } from "~/app/domain/assembly/actor";
import { listDueVotes } from "~/db/repositories/vote";
import { closeVote } from "../commands/vote/close-vote";
import type { App } from "../context";
import type { Job } from "./job";
import { mustBeDone } from "./run-due";

/** Closes and counts the votes whose end has passed. Voices after the end are refused whether or not this has run. */
export function closeDueVotes(app: App): Job {
  return {
    name: "close-due-votes",
    everyMs: 5_000,
    async due() {
      const due = await listDueVotes(app.stores.main, app.clock.now());
      return due.map(({ id, assemblyId }) => ({
        id,
        work: async () => {
          const closed = await closeVote({ app, actor: system }, null, { assemblyId, voteId: id });
          // One that was changed otherwise is due again at the next run.
          mustBeDone(closed, ["vote-closed", "changed-meanwhile"]);
        },
      }));
    },
  };
}
