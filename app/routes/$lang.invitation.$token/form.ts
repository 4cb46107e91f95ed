import { z } from "zod";
import { commandId } from "~/realtime/protocol/ids";

/** What somebody who was invited may do on their page. */
export const answerForm = z.object({
  commandId,
  intent: z.enum(["accept", "decline", "enter", "withdraw"]),
  namePublic: z.string().optional(),
});
