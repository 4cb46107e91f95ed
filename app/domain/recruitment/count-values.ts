/** How many people of the pool have each value, feature by feature. */
export interface FeatureCount {
  readonly feature: string;
  readonly values: readonly { readonly value: string; readonly people: number }[];
}

/** Counts the values of each feature; values in the order people read them (numbers as numbers, accents where they belong). */
export function countValues(
  features: readonly string[],
  people: Iterable<Readonly<Record<string, string>>>,
): FeatureCount[] {
  const counts = new Map(features.map((feature) => [feature, new Map<string, number>()]));
  for (const person of people) {
    for (const [feature, values] of counts) {
      const value = Object.hasOwn(person, feature) ? person[feature] : undefined;
      if (value !== undefined) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  const order = new Intl.Collator("fr", { numeric: true, sensitivity: "base" });
  return [...counts].map(([feature, values]) => ({
    feature,
    values: [...values]
      .map(([value, count]) => ({ value, people: count }))
      .sort((a, b) => order.compare(a.value, b.value)),
  }));
}
