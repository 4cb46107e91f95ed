import {
  impossibleOf,
  type KeptRefusal,
  refusalsOf,
  type StoppedAt,
  stoppedAtOf,
} from "~/app/domain/recruitment/run-outcome";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import type { Impossible } from "~/app/domain/sortition/explain-infeasible";
import type { DrawRunHead, DrawRunId } from "~/db/repositories/draw";
import type { StoppedView } from "./kept-view";

/** Why nobody was drawn, or nobody could be, in words' codes. */
export interface DrawTrouble {
  readonly state: "impossible" | "refused" | "stopped" | "failed";
  /** What had been asked for; "forecast": nothing yet. */
  readonly kind: DrawRunHead["kind"] | "forecast";
  /** Names the proposals when one is applied. */
  readonly source: DrawRunId | "forecast";
  /** The situation the proposals were computed for; nothing where none can be applied. */
  readonly basis: string | null;
  readonly reasons: readonly KeptRefusal[];
  readonly clash: Impossible["clash"];
  readonly relaxations: Impossible["relaxations"];
  /** Where a draw that was stopped stood, by whom it was, and what was kept of it. */
  readonly stoppedAt: DrawProgress | null;
  readonly stopped: StoppedView | null;
}

const nothing = { reasons: [], clash: [], relaxations: [], stoppedAt: null, stopped: null };

/** What was in the way of a run; nothing when it drew somebody. */
export function troubleOf({ id, state, kind, outcome, basis }: DrawRunHead): DrawTrouble | null {
  if (state === "waiting" || state === "drawn") return null;
  const base = { ...nothing, state, kind, source: id, basis };
  const impossible = impossibleOf(outcome);
  return {
    ...base,
    reasons: alike(refusalsOf(outcome) ?? []),
    ...(impossible && fromImpossible(impossible)),
    stoppedAt: stepOf(stoppedAtOf(outcome)),
  };
}

function stepOf({ step, ...progress }: StoppedAt = {}): DrawProgress | null {
  return step ? { step, ...progress } : null;
}

/** What the forecast found in the way. */
export function troubleAhead(
  found: { readonly refusals: readonly KeptRefusal[] } | { readonly impossible: Impossible },
  basis: string,
): DrawTrouble {
  const base = { ...nothing, kind: "forecast", source: "forecast", basis } as const;
  return "refusals" in found
    ? { ...base, state: "refused", reasons: alike(found.refusals) }
    : { ...base, state: "impossible", ...fromImpossible(found.impossible) };
}

/** "Each quota is possible, but not all together" is said by the clash itself, quota by quota. */
function fromImpossible({ reasons, clash, relaxations }: Impossible) {
  return { reasons: reasons.filter(({ code }) => code !== "quotas-clash" || clash.length < 2), clash, relaxations };
}

/** One of each: a hundred people without a value are one sentence. */
function alike(refusals: readonly KeptRefusal[]): KeptRefusal[] {
  const seen = new Map<string, KeptRefusal>();
  for (const refusal of refusals) {
    const { id: _, ids: __, ...data } = refusal.data ?? {};
    const key = JSON.stringify([refusal.code, data]);
    if (!seen.has(key)) seen.set(key, { code: refusal.code, data });
  }
  return [...seen.values()];
}
