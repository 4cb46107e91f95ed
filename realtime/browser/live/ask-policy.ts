import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import { backoffMs } from "../video/backoff";

/**
 * Refusals that pass by themselves, with how many doublings of the pause they begin at: a busy store is often free again at once; who
 * asked too much at once is given more time.
 */
const passing: Readonly<Record<string, number>> = { "storage-busy": 0, "too-many-commands": 1 };

/** An ask that came to its end or to a pause. */
export interface Answered<T> {
  /** Null: no answer came in time, or the connection ended before it. */
  readonly answer: Result<T> | null;
  /** How many asks of the same thing came before, from 0. */
  readonly attempt: number;
  /** In [0, 1): spreads those who were answered the same at once. */
  readonly chance: number;
}

export type Verdict<T> =
  | { readonly kind: "granted"; readonly value: T }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "again"; readonly afterMs: number };

/**
 * What follows from an answer of the live connection, for everything that a page asks: a stream, a command, what time it is. Granted and
 * refused are final; no answer, and refusals that pass by themselves, are asked again after a pause that grows (`backoffMs`).
 */
export function judgeAnswer<T>({ answer, attempt, chance }: Answered<T>): Verdict<T> {
  if (answer?.ok) return { kind: "granted", value: answer.value };
  const doublings = answer ? passing[answer.refusal.code] : 0;
  if (answer && doublings === undefined) return { kind: "refused", refusal: answer.refusal };
  return { kind: "again", afterMs: backoffMs(attempt + (doublings ?? 0), chance) };
}
