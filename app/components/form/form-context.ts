import { createContext, useContext } from "react";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { FormReply } from "~/app/domain/kernel/reply";

export interface FormState {
  /** Goes before field names in ids, so that two forms of a page do not clash. */
  readonly formId: string;
  readonly reply: FormReply | undefined;
  readonly busy: boolean;
}

export const FormContext = createContext<FormState>({ formId: "form", reply: undefined, busy: false });

/** What a field gets from the form around it: its id, its refusals, and what was typed before. */
export interface FieldState {
  readonly id: string;
  readonly refusals: readonly Refusal[];
  /** What was typed and sent, if this form was refused; a field that was sent empty or left out gives `[]`. */
  readonly typed: readonly string[] | undefined;
}

export function useFieldState(name: string): FieldState {
  const { formId, reply } = useContext(FormContext);
  const typed = reply?.values[name];
  return {
    id: fieldId(formId, name),
    refusals: reply?.refusals.filter(({ field }) => field === name) ?? [],
    typed: reply && (typed === undefined ? [] : typeof typed === "string" ? [typed] : typed),
  };
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}
