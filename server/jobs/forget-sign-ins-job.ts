import { DAY_MS, HOUR_MS } from "~/app/domain/kernel/clock";
import { forgetEndedDevices } from "~/db/repositories/device";
import { forgetMails } from "~/db/repositories/mail";
import { forgetChallenges } from "~/db/repositories/sign-in-challenge";
import { forgetUses } from "~/db/repositories/sign-in-limit";
import type { App } from "../context";
import type { Job } from "./jobs";

/** An address that asked for a code, and a device that ended, are kept for a day, no longer than it takes to answer a question about them. */
export function forgetSignInsJob({ stores, clock }: Pick<App, "stores" | "clock">): Job {
  return {
    name: "forget-sign-ins",
    everyMs: HOUR_MS,
    async run() {
      const before = new Date(clock.now().getTime() - DAY_MS);
      await forgetChallenges(stores.main, before);
      await forgetUses(stores.main, before);
      await forgetMails(stores.main, "sign-in", before);
      await forgetEndedDevices(stores.main, before);
    },
  };
}
