import { z } from "zod";

const commandId = z.string().regex(/^[A-Za-z0-9_-]{22,80}$/);

/** What is asked on the page of the draw. */
export const drawForm = z.discriminatedUnion("intent", [
  z.object({
    commandId,
    intent: z.literal("draw"),
    reason: z.string().trim().max(2000, "too-long").default(""),
  }),
  z.object({ commandId, intent: z.literal("stop"), runId: z.string().max(40) }),
]);
