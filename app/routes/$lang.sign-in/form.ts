import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";
import { commandId } from "~/realtime/protocol/ids";

export const askForm = z.object({
  commandId,
  email: z
    .string("field-required")
    .trim()
    .min(1, { error: "field-required", abort: true })
    .refine(isEmail, "email-invalid"),
});
