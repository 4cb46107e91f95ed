import { z } from "zod";
import { commandId, idOf } from "~/realtime/protocol/ids";

const ideaId = idOf<"idea">("choice-invalid");
const seen = z.string().transform((text) => text.replaceAll("\r\n", "\n"));

/** What is done on the page of a recommendation. */
export const recommendationForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ commandId, intent: z.literal("lock"), title: seen, addressee: seen, cost: seen }),
    z.object({ commandId, intent: z.literal("unlock"), reason: z.string().trim().min(1, "reason-missing").max(500) }),
    z.object({ commandId, intent: z.literal("link-idea"), ideaId }),
    z.object({ commandId, intent: z.literal("unlink-idea"), ideaId }),
    z.object({ commandId, intent: z.literal("add-author"), participationId: idOf<"participation">("choice-invalid") }),
  ],
  "form-invalid",
);
