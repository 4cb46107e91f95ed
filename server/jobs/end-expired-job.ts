import { endExpired } from "../commands/auth/end-devices";
import type { App } from "../context";
import type { Job } from "./jobs";

/** Whoever asks with a device whose time is over is refused at once; this closes what such a device still has open. */
export function endExpiredJob(app: App): Job {
  return {
    name: "end-expired-devices",
    everyMs: 10_000,
    due: async () => [{ id: "all", work: () => endExpired(app) }],
  };
}
