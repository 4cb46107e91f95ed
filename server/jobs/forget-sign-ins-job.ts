import { DAY_MS, HOUR_MS } from "~/app/domain/kernel/clock";
import { forgetEndedDevices } from "~/db/repositories/device";
import { forgetMails } from "~/db/repositories/mail";
import { forgetChallenges } from "~/db/repositories/sign-in-challenge";
import { forgetUses } from "~/db/repositories/sign-in-limit";
import type { App } from "../context";
import type { Job } from "./job";

/** An address that asked for a code, and a device that ended, are kept for a day, no longer than it takes to answer a question about them. */
export function forgetSignInsJob({ stores, clock }: Pick<App, "stores" | "clock">): Job {
  return {
    name: "forget-sign-ins",
    everyMs: HOUR_MS,
    async due() {
      const before = new Date(clock.now().getTime() - DAY_MS);
      const { main } = stores;
      return [
        { id: "challenges", work: async () => void (await forgetChallenges(main, before)) },
        { id: "uses", work: async () => void (await forgetUses(main, before)) },
        { id: "mails", work: async () => void (await forgetMails(main, "sign-in", before)) },
        { id: "devices", work: async () => void (await forgetEndedDevices(main, before)) },
      ];
    },
  };
}
