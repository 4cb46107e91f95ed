import { z } from "zod";
import { commandId } from "~/app/components/form/command-id";
import { isEmail } from "~/app/domain/people/email-address";

export const askForm = z.object({
  commandId,
  email: z
    .string("field-required")
    .trim()
    .min(1, { error: "field-required", abort: true })
    .refine(isEmail, "email-invalid"),
});
