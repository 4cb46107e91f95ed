import type { DrawRequest, Quota } from "./draw-request";
import { householdKey } from "./household-key";

/**
 * The draw of the seats that declines left empty: those who stay keep their seats and count towards the quotas, those who declined
 * are out. The seed says which round it is, so that every round has its own chance.
 */
export function replacementRequest(
  first: DrawRequest,
  { stayingIds, declinedIds, round }: { stayingIds: readonly string[]; declinedIds: readonly string[]; round: number },
): DrawRequest {
  return {
    ...first,
    confirmedIds: [...stayingIds],
    excludedIds: [...new Set([...(first.excludedIds ?? []), ...declinedIds])],
    seed: `${first.seed} replacement ${round}`,
  };
}

/**
 * The draw of alternates beside a panel: from those not drawn and not at an address of somebody drawn, with the panel's quotas in proportion (rounded outwards). The order
 * of the alternates is the drawn panel's, shuffled by whoever calls with the draw's seed.
 */
export function alternatesRequest(
  first: DrawRequest,
  { panelIds, count }: { panelIds: readonly string[]; count: number },
): DrawRequest {
  const share = count / first.seats;
  const quotas = first.quotas.map(({ feature, value, min, max }): Quota => {
    const least = Math.floor(min * share + 1e-9);
    return { feature, value, min: least, max: Math.max(least, Math.ceil(max * share - 1e-9)) };
  });
  const excludedIds = [...new Set([...(first.excludedIds ?? []), ...panelIds, ...atTheirAddresses(first, panelIds)])];
  return { ...first, quotas, seats: count, confirmedIds: [], excludedIds, seed: `${first.seed} alternates` };
}

function atTheirAddresses({ people, households }: DrawRequest, panelIds: readonly string[]): string[] {
  if (!households) return [];
  const panel = new Set(panelIds);
  const homes = new Set(people.flatMap(({ id, household }) => (panel.has(id) ? (householdKey(household) ?? []) : [])));
  return people.flatMap(({ id, household }) => (homes.has(householdKey(household) ?? "") ? [id] : []));
}
