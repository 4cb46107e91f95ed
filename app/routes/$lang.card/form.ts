import { z } from "zod";
import { commandId } from "~/realtime/protocol/ids";

export const cardForm = z.object({
  commandId,
  code: z.string("field-required").trim().min(1, "field-required").max(60, "card-code-wrong"),
});
