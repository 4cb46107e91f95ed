/** How equal chances are, over the people a panel can contain. */
export interface Equality {
  readonly minimum: number;
  readonly maximum: number;
  /** 0 when all are equal, near 1 when one has everything. */
  readonly gini: number;
  readonly geometricMean: number;
}

/** Minimum, maximum, Gini coefficient and geometric mean of selection probabilities; all 0 for nobody. */
export function measureEquality(probabilities: readonly number[]): Equality {
  const sorted = [...probabilities].sort((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { minimum: 0, maximum: 0, gini: 0, geometricMean: 0 };
  const sum = sorted.reduce((total, one) => total + one, 0);
  const weighted = sorted.reduce((total, one, at) => total + (2 * (at + 1) - count - 1) * one, 0);
  const logs = sorted.reduce((total, one) => total + Math.log(one), 0);
  return {
    minimum: sorted[0] ?? 0,
    maximum: sorted.at(-1) ?? 0,
    gini: sum > 0 ? Math.max(0, weighted / (count * sum)) : 0,
    geometricMean: Math.exp(logs / count),
  };
}
