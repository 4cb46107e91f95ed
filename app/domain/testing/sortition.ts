import type { DrawControl } from "../sortition/draw-control";
import { drawPanel } from "../sortition/draw-panel";
import type { DrawCandidate, DrawRequest, Quota } from "../sortition/draw-request";
import type { DrawResult } from "../sortition/draw-result";
import type { Solver } from "../sortition/solver";

/** A person of a pool: values as "feature:value" words. */
export function aDrawCandidate(
  id: string,
  values: Readonly<Record<string, string>>,
  household?: readonly string[],
): DrawCandidate {
  return { id, features: values, ...(household && { household }) };
}

/** A quota in one line. */
export function aQuota(feature: string, value: string, [min, max]: readonly [number, number]): Quota {
  return { feature, value, min, max };
}

/** Twelve people of two ages and two places, four seats, quotas that fit: a draw that succeeds. */
export function aDrawRequest(changes: Partial<DrawRequest> = {}): DrawRequest {
  const people = Array.from({ length: 12 }, (_, at) =>
    aDrawCandidate(`p${String(at).padStart(2, "0")}`, {
      age: at % 3 === 0 ? "young" : "old",
      place: at % 2 === 0 ? "town" : "country",
    }),
  );
  const quotas = [
    aQuota("age", "young", [1, 2]),
    aQuota("age", "old", [2, 3]),
    aQuota("place", "town", [2, 2]),
    aQuota("place", "country", [2, 2]),
  ];
  return { people, quotas, seats: 4, algorithm: "leximin", seed: "test", ...changes };
}

/** A run that nobody watches and nobody stops. */
export const undisturbed: DrawControl = { now: () => 0, report: () => undefined, stopAsked: () => false };

/** What a draw that must succeed comes to. */
export function drawnFrom(request: DrawRequest, solver: Solver): DrawResult {
  const outcome = drawPanel(request, solver, undisturbed);
  if (outcome.status !== "drawn") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** The chances of one draw beside those of another, person by person. */
export function chancesBeside(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): readonly (readonly [string, number, number])[] {
  return [...one].map(([id, chance]) => [id, chance, other.get(id) ?? 0] as const);
}
