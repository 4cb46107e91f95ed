import { DAY_MS } from "~/app/domain/kernel/clock";
import { REPEATABLE_FOR_MS } from "~/app/domain/kernel/command-id";
import { forgetSomeReceipts } from "~/db/repositories/command-receipt";
import type { App } from "../context";
import type { Job } from "./job";

/** A receipt outlives every repeat of its command: what comes later is refused as too old, whether it was carried out or not. */
const KEPT_MS = REPEATABLE_FOR_MS + DAY_MS;

/** Forgets the answers of commands that nobody can repeat any more. */
export function forgetReceiptsJob({ stores, clock }: Pick<App, "stores" | "clock">): Job {
  return {
    name: "forget-receipts",
    everyMs: DAY_MS / 4,
    async due() {
      const before = new Date(clock.now().getTime() - KEPT_MS);
      const work = async (stop: AbortSignal): Promise<void> => {
        while (!stop.aborted && (await forgetSomeReceipts(stores.main, before)));
      };
      return [{ id: "receipts", work }];
    },
  };
}
