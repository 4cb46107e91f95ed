import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";

const commandId = z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid");
const rowId = z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22}$/, "form-invalid");
const email = z.string("field-required").trim().min(1, "field-required").refine(isEmail, "email-invalid");

/** Everything that is asked on the page of the mails; `form` is the invitation or the team link. */
export const mailsForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("resend-invitation"), commandId, form: rowId, email }),
    z.object({ intent: z.literal("resend-team"), commandId, form: rowId, email }),
    z.object({ intent: z.literal("send-kept"), commandId }),
    z.object({ intent: z.literal("drop-kept"), commandId }),
  ],
  "form-invalid",
);

export type MailsOrder = z.output<typeof mailsForm>;
