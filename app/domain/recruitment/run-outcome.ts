import type { Finding } from "../kernel/refusal";
import type { DrawProgress } from "../sortition/draw-control";
import type { Impossible } from "../sortition/explain-infeasible";

/** Where a calculation stood when it was stopped, if it had begun; `isUnanswered`: what it had found could not be told. */
export interface StoppedAt extends Partial<DrawProgress> {
  readonly isUnanswered?: boolean;
}

/** A refusal as it was when it was kept: its code may have been retired since. */
export type KeptRefusal = Finding<string>;

/** What is kept of a run that drew nobody: what was wrong with the request, why no panel exists, or where it was stopped. */
export type RunOutcome = readonly KeptRefusal[] | Impossible | StoppedAt;

/** What was wrong with the request; nothing when it ended otherwise. */
export function refusalsOf(outcome: RunOutcome | null): readonly KeptRefusal[] | undefined {
  return outcome && "length" in outcome ? outcome : undefined;
}

/** Why no panel exists; nothing when it ended otherwise. */
export function impossibleOf(outcome: RunOutcome | null): Impossible | undefined {
  return outcome && "reasons" in outcome ? outcome : undefined;
}

/** Where it was stopped; nothing when it ended otherwise. */
export function stoppedAtOf(outcome: RunOutcome | null): StoppedAt | undefined {
  return outcome && !("length" in outcome) && !("reasons" in outcome) ? outcome : undefined;
}
