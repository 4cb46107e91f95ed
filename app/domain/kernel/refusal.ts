import type { RefusalCode } from "../refusal-code";

/** Plain data that a refusal may carry: what the words of the catalogue need, never personal data. */
export type RefusalData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What is found to be the matter, by a code that some words stand for. */
export interface Finding<Code extends string> {
  readonly code: Code;
  readonly data?: RefusalData;
  readonly field?: string;
}

/** A "no" that a person can cause: a stable code, data for the sentence, and the field it stands next to, if any. */
export type Refusal<Code extends RefusalCode = RefusalCode> = Finding<Code>;
