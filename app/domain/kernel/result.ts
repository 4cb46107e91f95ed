import type { RefusalCode } from "../refusal-code";
import type { Refusal, RefusalData } from "./refusal";

export type Accepted<T> = { readonly ok: true; readonly value: T };
export type Refused<Code extends RefusalCode = RefusalCode> = { readonly ok: false; readonly refusal: Refusal<Code> };

/** What a rule answers: a value, or a refusal that a person can cause. What only we can cause is thrown. */
export type Result<T, Code extends RefusalCode = RefusalCode> = Accepted<T> | Refused<Code>;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

/** Accepted, with nothing to say. */
export const accepted: Accepted<undefined> = { ok: true, value: undefined };

/** A refusal; `field` names the form field beside which its sentence is shown. */
export function refuse<const Code extends RefusalCode>(code: Code, data?: RefusalData, field?: string): Refused<Code> {
  return { ok: false, refusal: { code, ...(data && { data }), ...(field && { field }) } };
}
