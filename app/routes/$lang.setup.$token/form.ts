import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";
import { commandId } from "~/realtime/protocol/ids";

const words = (max: number) => z.string("field-required").trim().min(1, "field-required").max(max, "text-too-long");

export const setUpForm = z.object({
  commandId,
  organisationName: words(160),
  name: words(120),
  email: z
    .string("field-required")
    .trim()
    .min(1, { error: "field-required", abort: true })
    .refine(isEmail, "email-invalid"),
  locale: z.enum(["fr", "en"], "choice-invalid"),
});
