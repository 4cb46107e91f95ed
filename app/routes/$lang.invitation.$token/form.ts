import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";

/** What somebody who was invited may do on their page. */
export const answerForm = z.object({
  commandId,
  intent: z.enum(["accept", "decline", "enter", "withdraw"]),
  namePublic: z.string().optional(),
});
