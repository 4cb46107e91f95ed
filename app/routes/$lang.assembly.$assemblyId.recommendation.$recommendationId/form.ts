import { z } from "zod";

const commandId = z.string().regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid");
const id = z.string().regex(/^[A-Za-z0-9_-]{22}$/, "choice-invalid");
const seen = z.string().transform((text) => text.replaceAll("\r\n", "\n"));

/** What is done on the page of a recommendation. */
export const recommendationForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ commandId, intent: z.literal("lock"), title: seen, addressee: seen, cost: seen }),
    z.object({ commandId, intent: z.literal("unlock"), reason: z.string().trim().min(1, "reason-missing").max(500) }),
    z.object({ commandId, intent: z.literal("link-idea"), ideaId: id }),
    z.object({ commandId, intent: z.literal("unlink-idea"), ideaId: id }),
    z.object({ commandId, intent: z.literal("add-author"), participationId: id }),
  ],
  "form-invalid",
);
