import type { RefusalData } from "../kernel/refusal";
import { refuse } from "../kernel/result";
import { type BadRequest, type BadRequestCode, type DrawRequest, drawAlgorithms, type Quota } from "./draw-request";

/**
 * Everything that is wrong with a request, all at once; empty when it can be drawn (which does not say that a panel exists).
 * Refusals carry ids, features and values, never other data of a person.
 */
export function validateRequest(request: DrawRequest): BadRequest[] {
  const found: BadRequest[] = [];
  const say = (code: BadRequestCode, data?: RefusalData): void => {
    found.push(refuse(code, data).refusal);
  };
  if (!drawAlgorithms.includes(request.algorithm)) throw new RangeError(`algorithm ${request.algorithm}`);
  if (!Number.isInteger(request.seats) || request.seats < 1) say("seats-not-whole", { seats: request.seats });
  const size = request.lottery ?? 1000;
  if (!Number.isInteger(size) || size < 0 || size > 100_000) say("lottery-size", { lottery: size });
  if (request.people.length === 0) say("no-people");
  checkQuotas(request.quotas, say);
  checkPeople(request, say);
  checkLists(request, say);
  return found;
}

type Say = (code: BadRequestCode, data?: RefusalData) => void;

function checkQuotas(quotas: readonly Quota[], say: Say): void {
  if (quotas.length === 0) say("no-quotas");
  const seen = new Set<string>();
  for (const { feature, value, min, max, minFlex, maxFlex } of quotas) {
    const name = JSON.stringify([feature, value]);
    if (seen.has(name)) say("quota-doubled", { feature, value });
    seen.add(name);
    const bounds = [min, max, minFlex ?? 0, maxFlex ?? 0];
    if (bounds.some((bound) => !Number.isInteger(bound) || bound < 0)) {
      say("quota-not-whole", { feature, value, min, max });
    } else if (min > max) {
      say("quota-min-over-max", { feature, value, min, max });
    } else if ((minFlex ?? 0) > min || (maxFlex ?? max) < max) {
      say("quota-flex-order", { feature, value, min, max, minFlex: minFlex ?? 0, maxFlex: maxFlex ?? max });
    }
  }
}

function checkPeople(request: DrawRequest, say: Say): void {
  const values = valuesByFeature(request.quotas);
  const seen = new Set<string>();
  for (const person of request.people) {
    if (seen.has(person.id)) say("person-doubled", { id: person.id });
    seen.add(person.id);
    for (const [feature, known] of values) {
      const value = Object.hasOwn(person.features, feature) ? person.features[feature] : undefined;
      if (value === undefined) say("feature-missing", { id: person.id, feature });
      else if (value.trim() === "") say("value-missing", { id: person.id, feature });
      else if (!known.has(value)) say("value-unknown", { id: person.id, feature, value });
    }
  }
}

function checkLists(request: DrawRequest, say: Say): void {
  const people = new Set(request.people.map(({ id }) => id));
  const confirmed = new Set(request.confirmedIds ?? []);
  for (const id of new Set([...confirmed, ...(request.excludedIds ?? [])])) {
    if (!people.has(id)) say("person-unknown", { id });
  }
  for (const id of new Set(request.excludedIds ?? [])) {
    if (confirmed.has(id)) say("person-confirmed-and-excluded", { id });
  }
}

/** The values each feature may take, in the order of the quotas. */
export function valuesByFeature(quotas: readonly Quota[]): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const { feature, value } of quotas) values.set(feature, (values.get(feature) ?? new Set()).add(value));
  return values;
}
