import { z } from "zod";
import { requiredEmail } from "~/app/components/form/required-email";
import { commandId, idOf } from "~/realtime/protocol/ids";

/** Everything that is asked on the page of the mails; `form` is the invitation or the team link. */
export const mailsForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("resend-invitation"), commandId, form: idOf<"invitation">(), email: requiredEmail }),
    z.object({ intent: z.literal("resend-team"), commandId, form: idOf<"team-link">(), email: requiredEmail }),
    z.object({ intent: z.literal("send-kept"), commandId }),
    z.object({ intent: z.literal("drop-kept"), commandId }),
  ],
  "form-invalid",
);

export type MailsOrder = z.output<typeof mailsForm>;
