import { useActionData } from "@remix-run/react";
import { asReply } from "~/app/components/form/answer";

/** Whether the page's last answer refused this form: what holds it is then shown open, with or without JavaScript. */
export function useRefused(): (intent: string, formId?: string) => boolean {
  const reply = asReply(useActionData());
  return (intent, formId) =>
    reply !== undefined && reply.values.intent === intent && (formId === undefined || reply.values.form === formId);
}
