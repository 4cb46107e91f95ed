/** A value and its weight: people in the pool, or a share of the population in percent. */
export interface WeighedValue {
  readonly value: string;
  readonly weight: number;
}

export interface SuggestedQuota {
  readonly value: string;
  readonly min: number;
  readonly max: number;
}

/**
 * A minimum and a maximum per value in proportion to the weights: the exact share of the seats rounded down and up, widened by
 * `margin` seats on both sides (never below 0, over the seats, or over what `people` there are). Sums always allow the seats.
 */
export function suggestQuotas(
  values: readonly WeighedValue[],
  { seats, margin, people }: { seats: number; margin: number; people?: ReadonlyMap<string, number> },
): SuggestedQuota[] {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return values.map(({ value }) => ({ value, min: 0, max: seats }));
  return values.map(({ value, weight }) => {
    const exact = (weight * seats) / total;
    const inPool = people?.get(value) ?? Number.POSITIVE_INFINITY;
    const min = Math.max(0, Math.floor(exact + 1e-9) - margin);
    const max = Math.min(seats, Math.ceil(exact - 1e-9) + margin);
    return { value, min: Math.min(min, inPool), max: Math.max(max, 0) };
  });
}
