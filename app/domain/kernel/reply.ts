import type { Refusal } from "./refusal";

/** What a form answers when it was refused: every refusal (with its field, if any) and what was typed, so that nothing is lost. */
export interface FormReply {
  readonly refusals: readonly Refusal[];
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** What a form answers when it was done and stays on its page: a code of the catalogue's "done" sentences. */
export interface FormDone {
  readonly done: string;
  readonly data?: Readonly<Record<string, string | number>>;
}
