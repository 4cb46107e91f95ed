import { refuse } from "../kernel/result";
import type { DrawRequest, Infeasible } from "./draw-request";
import { householdKey } from "./household-key";

/** Confirmed people at one address: no panel can hold both, whatever the quotas. One reason per person beyond the first. */
export function confirmedTogether({ people, households, confirmedIds }: DrawRequest): Infeasible[] {
  if (!households) return [];
  const confirmed = new Set(confirmedIds ?? []);
  const homes = new Map<string, string>();
  const found: Infeasible[] = [];
  for (const { id, household } of people) {
    const key = confirmed.has(id) ? householdKey(household) : undefined;
    const other = key === undefined ? undefined : homes.get(key);
    if (other !== undefined) found.push(refuse("confirmed-share-household", { ids: [other, id] }).refusal);
    else if (key !== undefined) homes.set(key, id);
  }
  return found;
}
