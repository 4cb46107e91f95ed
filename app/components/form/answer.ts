import type { FormDone, FormReply } from "~/app/domain/kernel/reply";

export interface FormOwner {
  readonly intent: string | undefined;
  readonly formId: string | undefined;
}

/** The answer as a refused form, if it is one. */
export function asReply(answer: unknown): FormReply | undefined {
  const seen = answer as Partial<FormReply> | null | undefined;
  return typeof seen === "object" && seen !== null && Array.isArray(seen.refusals) && typeof seen.values === "object"
    ? (seen as FormReply)
    : undefined;
}

/** The answer as a form that was done, if it is one. */
export function asDone(answer: unknown): FormDone | undefined {
  const seen = answer as Partial<FormDone> | null | undefined;
  return typeof seen === "object" && seen !== null && typeof seen.done === "string" ? (seen as FormDone) : undefined;
}

/** Whether a reply was given to this form, among several on a page: they differ by `intent` and, in lists, by `form`. */
export function isOwnReply(reply: FormReply, { intent, formId }: FormOwner): boolean {
  return (
    (intent === undefined || reply.values.intent === undefined || reply.values.intent === intent) &&
    (formId === undefined || reply.values.form === formId) &&
    (formId !== undefined || reply.values.form === undefined)
  );
}
