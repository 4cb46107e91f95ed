/** Lines grouped by feature in their order, each with its position in the whole list. */
export function byFeature<Line extends { readonly feature: string }>(
  lines: readonly Line[],
): { readonly feature: string; readonly rows: readonly { readonly at: number; readonly line: Line }[] }[] {
  const groups = new Map<string, { at: number; line: Line }[]>();
  lines.forEach((line, at) => {
    const rows = groups.get(line.feature) ?? [];
    rows.push({ at, line });
    groups.set(line.feature, rows);
  });
  return [...groups].map(([feature, rows]) => ({ feature, rows }));
}
