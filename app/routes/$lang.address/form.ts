import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";
import { commandId } from "~/realtime/protocol/ids";

export const addressForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("ask"),
    commandId,
    email: z
      .string("field-required")
      .trim()
      .min(1, { error: "field-required", abort: true })
      .refine(isEmail, "email-invalid"),
  }),
  z.object({
    intent: z.literal("confirm"),
    commandId,
    code: z.string("field-required").trim().min(1, "field-required").max(40, "code-not-six-digits"),
  }),
]);
