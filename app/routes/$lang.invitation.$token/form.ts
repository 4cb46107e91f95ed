import { z } from "zod";

/** What somebody who was invited may do on their page. */
export const answerForm = z.object({
  commandId: z.string().regex(/^[A-Za-z0-9_-]{22,80}$/),
  intent: z.enum(["accept", "decline", "enter", "withdraw"]),
  namePublic: z.string().optional(),
});
