import type { DrawRequest } from "../sortition/draw-request";
import { householdKey } from "../sortition/household-key";

/**
 * Whether a panel meets its request, counted person by person and trusting nothing that was computed: size, everyone known and once,
 * the confirmed in and the excluded out, every quota, one person per household.
 */
export function panelHolds(request: DrawRequest, drawnIds: readonly string[]): boolean {
  return panelChecker(request)(drawnIds);
}

/** The same for many panels of one request. */
export function panelChecker(request: DrawRequest): (drawnIds: readonly string[]) => boolean {
  const people = new Map(request.people.map((person) => [person.id, person]));
  const homeOf = new Map(request.people.map(({ id, household }) => [id, householdKey(household)]));
  return (drawnIds) => {
    const drawn = drawnIds.flatMap((id) => people.get(id) ?? []);
    const unique = new Set(drawnIds);
    if (drawn.length !== request.seats || unique.size !== request.seats) return false;
    if (!(request.confirmedIds ?? []).every((id) => unique.has(id))) return false;
    if ((request.excludedIds ?? []).some((id) => unique.has(id))) return false;
    if (request.households) {
      const homes = drawnIds.flatMap((id) => homeOf.get(id) ?? []);
      if (new Set(homes).size !== homes.length) return false;
    }
    return request.quotas.every(({ feature, value, min, max }) => {
      const seats = drawn.filter(({ features }) => features[feature] === value).length;
      return min <= seats && seats <= max;
    });
  };
}
