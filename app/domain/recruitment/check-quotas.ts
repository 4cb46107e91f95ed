import { valueKey } from "../kernel/cell";
import type { Refusal } from "../kernel/refusal";
import { refuse } from "../kernel/result";
import type { Quota } from "../sortition/draw-request";
import type { FeatureCount } from "./count-values";

/** As many lines has the form of quotas; draws of the field have ten to sixty. */
export const mostQuotas = 500;

export type QuotaRefusalCode =
  | "no-quotas"
  | "too-many-quotas"
  | "quota-min-over-max"
  | "quota-doubled"
  | "quota-flex-order"
  | "minima-over-seats"
  | "maxima-under-seats"
  | "quota-nobody"
  | "quota-unreachable"
  | "value-without-quota"
  | "feature-not-in-pool";

/** The name of a form's field for one bound of the quota at a position. */
export function quotaField(at: number, bound: "min" | "max"): string {
  return `${bound}.${at}`;
}

/**
 * Everything that is wrong with quotas before any draw, each beside its field (`min.3`, `max.3`); empty when they can be kept.
 * `pool` counts the values people have; without a pool, only the quotas themselves are looked at.
 */
export function checkQuotas(
  quotas: readonly Quota[],
  { seats, pool }: { seats: number; pool?: readonly FeatureCount[] },
): Refusal<QuotaRefusalCode>[] {
  if (quotas.length === 0) return [refuse("no-quotas").refusal];
  if (quotas.length > mostQuotas) return [refuse("too-many-quotas", { most: mostQuotas }).refusal];
  return [...checkEach(quotas), ...checkSums(quotas, seats), ...(pool ? checkAgainstPool(quotas, pool) : [])];
}

function checkEach(quotas: readonly Quota[]): Refusal<QuotaRefusalCode>[] {
  const seen = new Set<string>();
  return quotas.flatMap(({ feature, value, min, max, minFlex, maxFlex }, at): Refusal<QuotaRefusalCode>[] => {
    const key = JSON.stringify([valueKey(feature), valueKey(value)]);
    const doubled = seen.has(key);
    seen.add(key);
    if (doubled) return [refuse("quota-doubled", { feature, value }, quotaField(at, "min")).refusal];
    if (min > max) return [refuse("quota-min-over-max", { feature, value, min, max }, quotaField(at, "max")).refusal];
    if ((minFlex ?? 0) <= min && (maxFlex ?? max) >= max) return [];
    return [refuse("quota-flex-order", { feature, value, min, max }, quotaField(at, "min")).refusal];
  });
}

function checkSums(quotas: readonly Quota[], seats: number): Refusal<QuotaRefusalCode>[] {
  const features = [...new Set(quotas.map(({ feature }) => feature))];
  return features.flatMap((feature): Refusal<QuotaRefusalCode>[] => {
    const at = quotas.findIndex((quota) => quota.feature === feature);
    const own = quotas.filter((quota) => quota.feature === feature);
    const minima = own.reduce((sum, { min }) => sum + min, 0);
    const maxima = own.reduce((sum, { max }) => sum + max, 0);
    if (minima > seats) return [refuse("minima-over-seats", { feature, minima, seats }, quotaField(at, "min")).refusal];
    if (maxima < seats)
      return [refuse("maxima-under-seats", { feature, maxima, seats }, quotaField(at, "max")).refusal];
    return [];
  });
}

function checkAgainstPool(quotas: readonly Quota[], pool: readonly FeatureCount[]): Refusal<QuotaRefusalCode>[] {
  const found: Refusal<QuotaRefusalCode>[] = [];
  quotas.forEach(({ feature, value, min }, at) => {
    const counts = pool.find((count) => count.feature === feature);
    if (!counts) {
      found.push(refuse("feature-not-in-pool", { feature }, quotaField(at, "min")).refusal);
      return;
    }
    const inPool = counts.values.find((one) => one.value === value)?.people ?? 0;
    if (inPool === 0 && min > 0) found.push(refuse("quota-nobody", { feature, value }, quotaField(at, "min")).refusal);
    else if (inPool < min) {
      found.push(refuse("quota-unreachable", { feature, value, needed: min, inPool }, quotaField(at, "min")).refusal);
    }
  });
  for (const { feature, values } of pool) {
    if (!quotas.some((quota) => quota.feature === feature)) continue;
    for (const { value, people } of values) {
      if (!quotas.some((quota) => quota.feature === feature && quota.value === value)) {
        found.push(refuse("value-without-quota", { feature, value, people }).refusal);
      }
    }
  }
  return found;
}

/** The same quotas in the pool's spelling of features and values (case, accents and spaces do not count). */
export function inPoolSpelling(quotas: readonly Quota[], pool: readonly FeatureCount[]): Quota[] {
  return quotas.map((quota) => {
    const counts = pool.find(({ feature }) => valueKey(feature) === valueKey(quota.feature));
    const known = counts?.values.find(({ value }) => valueKey(value) === valueKey(quota.value));
    return { ...quota, feature: counts?.feature ?? quota.feature, value: known?.value ?? quota.value };
  });
}
