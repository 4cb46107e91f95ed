import { asReply } from "~/app/components/form/answer";
import { useAnswer } from "~/app/hooks/use-answer";

/** Whether the page's last answer refused this form: what holds it is then shown open, with or without JavaScript. */
export function useRefused(): (intent: string, formId?: string) => boolean {
  const reply = asReply(useAnswer());
  return (intent, formId) =>
    reply !== undefined && reply.values.intent === intent && (formId === undefined || reply.values.form === formId);
}
