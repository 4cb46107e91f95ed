import { DAY_MS, HOUR_MS } from "~/app/domain/kernel/clock";
import { forgetSomeFacts } from "~/db/repositories/fact";
import type { App } from "../context";
import type { Job } from "./job";

/**
 * Facts are read again only by the command that wrote them, when its connection was lost during the commit: seconds later. Pages never
 * ask for old ones: whoever slept, or missed some, joins again and gets the state (L4). A day is for whoever looks into a fault.
 */
const KEPT_MS = DAY_MS;

/** Forgets the facts that nobody can ask for any more. */
export function forgetFactsJob({ stores, clock }: Pick<App, "stores" | "clock">): Job {
  return {
    name: "forget-facts",
    everyMs: HOUR_MS,
    async due() {
      const before = new Date(clock.now().getTime() - KEPT_MS);
      const work = async (stop: AbortSignal): Promise<void> => {
        while (!stop.aborted && (await forgetSomeFacts(stores.main, before)));
      };
      return [{ id: "facts", work }];
    },
  };
}
