import { type Random, shuffled, uniformBelow } from "../kernel/random";
import type { DrawCandidate, DrawRequest, Quota } from "../sortition/draw-request";

interface PoolSize {
  readonly people: number;
  readonly seats: number;
  readonly features: number;
  readonly values: number;
  /** In ten: how many people share an address with somebody. */
  readonly sharing: number;
}

/** A pool made by a seed, with quotas around a panel that exists: tight, often with people whom no panel can contain. */
export function aRandomRequest(random: Random, size: PoolSize): DrawRequest {
  const pick = (limit: number): number => uniformBelow(random, limit);
  const people = Array.from({ length: size.people }, (_, at): DrawCandidate => {
    const features = Object.fromEntries(
      Array.from({ length: size.features }, (_, feature) => [
        `f${feature}`,
        `v${Math.min(pick(size.values), pick(size.values))}`,
      ]),
    );
    const household = pick(10) < size.sharing ? [`${pick(Math.ceil(size.people / 3))} Elm`, "X"] : ["", "X"];
    return { id: `p${String(at).padStart(3, "0")}`, features, household };
  });
  const panel = somePanel(people, size.seats, pick);
  const quotas: Quota[] = [];
  for (let feature = 0; feature < size.features; feature++) {
    for (let value = 0; value < size.values; value++) {
      const [name, word] = [`f${feature}`, `v${value}`];
      const count = panel.filter(({ features }) => features[name] === word).length;
      const min = Math.max(0, count - pick(2));
      quotas.push({ feature: name, value: word, min, max: count + pick(2) });
    }
  }
  return { people, quotas, seats: size.seats, households: true, algorithm: "leximin", seed: "law", lottery: 100 };
}

/** People with distinct addresses, as many as there are seats if the pool has them. */
function somePanel(people: readonly DrawCandidate[], seats: number, pick: (limit: number) => number): DrawCandidate[] {
  const left = [...people];
  const panel: DrawCandidate[] = [];
  const homes = new Set<string>();
  while (panel.length < seats && left.length > 0) {
    const [person] = left.splice(pick(left.length), 1);
    const home = person?.household?.[0] ?? "";
    if (!person || (home !== "" && homes.has(home))) continue;
    homes.add(home);
    panel.push(person);
  }
  return panel;
}

/** The request with up to two people confirmed and up to two excluded, by lot, whatever that makes of it. */
export function withChoices(request: DrawRequest, random: Random): DrawRequest {
  const ids = shuffled(
    request.people.map(({ id }) => id),
    random,
  );
  const confirmed = uniformBelow(random, Math.min(2, request.seats) + 1);
  const excluded = uniformBelow(random, 3);
  return {
    ...request,
    confirmedIds: ids.slice(0, confirmed),
    excludedIds: ids.slice(confirmed, confirmed + excluded),
  };
}
