import { endExpired } from "../commands/auth/end-expired";
import type { App } from "../context";
import type { Job } from "./job";
import { mustBeDone } from "./run-due";

/** Whoever asks with a device whose time is over is refused at once; this closes what such a device still has open. */
export function endExpiredJob(app: App): Job {
  return {
    name: "end-expired-devices",
    everyMs: 10_000,
    // What a device has open must not stay open for an hour because the store was busy for a while.
    longestPauseMs: 15_000,
    due: async () => [{ id: "all", work: async () => mustBeDone(await endExpired(app)) }],
  };
}
