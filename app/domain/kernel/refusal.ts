/** Plain data that a refusal may carry: what the words of the catalogue need, never personal data. */
export type RefusalData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** A "no" that a person can cause: a stable code, data for the sentence, and the field it stands next to, if any. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly data?: RefusalData;
  readonly field?: string;
}
