import { z } from "zod";
import { requiredEmail } from "~/app/components/form/required-email";
import { commandId } from "~/realtime/protocol/ids";

export const addressForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("ask"),
    commandId,
    email: requiredEmail,
  }),
  z.object({
    intent: z.literal("confirm"),
    commandId,
    code: z.string("field-required").trim().min(1, "field-required").max(40, "code-not-six-digits"),
  }),
]);
