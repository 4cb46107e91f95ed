import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";
import { commandId, idOf } from "~/realtime/protocol/ids";

const email = z
  .string("field-required")
  .trim()
  .min(1, { error: "field-required", abort: true })
  .refine(isEmail, "email-invalid");

/** Everything that is asked on the page of the mails; `form` is the invitation or the team link. */
export const mailsForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("resend-invitation"), commandId, form: idOf<"invitation">(), email }),
    z.object({ intent: z.literal("resend-team"), commandId, form: idOf<"team-link">(), email }),
    z.object({ intent: z.literal("send-kept"), commandId }),
    z.object({ intent: z.literal("drop-kept"), commandId }),
  ],
  "form-invalid",
);

export type MailsOrder = z.output<typeof mailsForm>;
