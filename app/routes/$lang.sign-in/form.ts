import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";

export const askForm = z.object({
  commandId: z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid"),
  email: z
    .string("field-required")
    .trim()
    .min(1, { error: "field-required", abort: true })
    .refine(isEmail, "email-invalid"),
});
