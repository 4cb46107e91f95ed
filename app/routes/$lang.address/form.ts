import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";

const commandId = z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid");

export const addressForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("ask"),
    commandId,
    email: z.string("field-required").trim().min(1, "field-required").refine(isEmail, "email-invalid"),
  }),
  z.object({
    intent: z.literal("confirm"),
    commandId,
    code: z.string("field-required").trim().min(1, "field-required").max(40, "code-not-six-digits"),
  }),
]);
