import type { FormDone, FormReply } from "~/app/domain/kernel/reply";

export interface FormOwner {
  readonly intent: string | undefined;
  readonly formId: string | undefined;
}

const holds = <Name extends string>(answer: unknown, name: Name): answer is Readonly<Record<Name, unknown>> =>
  typeof answer === "object" && answer !== null && name in answer;

const isReply = (answer: unknown): answer is FormReply =>
  holds(answer, "refusals") &&
  Array.isArray(answer.refusals) &&
  holds(answer, "values") &&
  typeof answer.values === "object";

const isDone = (answer: unknown): answer is FormDone => holds(answer, "done") && typeof answer.done === "string";

/** The answer as a refused form, if it is one. */
export function asReply(answer: unknown): FormReply | undefined {
  return isReply(answer) ? answer : undefined;
}

/** The answer as a form that was done, if it is one. */
export function asDone(answer: unknown): FormDone | undefined {
  return isDone(answer) ? answer : undefined;
}

/** Whether a reply was given to this form, among several on a page: they differ by `intent` and, in lists, by `form`. */
export function isOwnReply(reply: FormReply, { intent, formId }: FormOwner): boolean {
  return (
    (intent === undefined || reply.values.intent === undefined || reply.values.intent === intent) &&
    (formId === undefined || reply.values.form === formId) &&
    (formId !== undefined || reply.values.form === undefined)
  );
}
