/**
 * Rearranges rows of kinds (one kind per place, each row permuted in itself, in place) until each kind is at each place equally
 * often over all rows, within one. Always possible: a bipartite multigraph has an equitable edge colouring (de Werra 1971).
 */
export function evenOut(rows: readonly number[][], { places, kinds }: { places: number; kinds: number }): void {
  const counts = Array.from({ length: places }, () => new Int32Array(kinds));
  for (const row of rows) for (let at = 0; at < places; at++) count(counts[at], row[at], 1);
  for (;;) {
    const pair = farApart(counts, kinds);
    if (!pair) return;
    balance(rows, { pair, counts, kinds });
  }
}

function count(of: Int32Array | undefined, kind: number | undefined, by: number): void {
  if (of && kind !== undefined) of[kind] = (of[kind] ?? 0) + by;
}

/** Two places whose counts of one kind differ by two or more: the fullest and the emptiest. */
function farApart(counts: readonly Int32Array[], kinds: number): [number, number] | undefined {
  for (let kind = 0; kind < kinds; kind++) {
    let [most, least] = [0, 0];
    counts.forEach((of, at) => {
      if ((of[kind] ?? 0) > (counts[most]?.[kind] ?? 0)) most = at;
      if ((of[kind] ?? 0) < (counts[least]?.[kind] ?? 0)) least = at;
    });
    if ((counts[most]?.[kind] ?? 0) - (counts[least]?.[kind] ?? 0) >= 2) return [most, least];
  }
  return undefined;
}

interface Places {
  readonly pair: readonly [number, number];
  readonly counts: readonly Int32Array[];
  readonly kinds: number;
}

/**
 * Evens out two places. Each row is an arrow from its kind at the first to its kind at the second; turning the arrows of a way that
 * leads from a kind too often at one place to a kind too rare there changes nothing in between.
 */
function balance(rows: readonly number[][], { pair, counts, kinds }: Places): void {
  const [first, second] = pair;
  const arrows = Array.from({ length: kinds * kinds }, (): number[][] => []);
  for (const row of rows) arrows[(row[first] ?? 0) * kinds + (row[second] ?? 0)]?.push(row);
  const surplus = (kind: number): number => (counts[first]?.[kind] ?? 0) - (counts[second]?.[kind] ?? 0);
  const all = Array.from({ length: kinds }, (_, kind) => kind);
  for (;;) {
    const start = all.find((kind) => Math.abs(surplus(kind)) >= 2);
    if (start === undefined) return;
    const ahead = surplus(start) > 0;
    const between = (from: number, to: number): number[][] =>
      arrows[ahead ? from * kinds + to : to * kinds + from] ?? [];
    const isGoal = (kind: number): boolean => (ahead ? surplus(kind) < 0 : surplus(kind) > 0);
    for (const [from, to] of shortestWay(start, { all, isGoal, isOpen: (a, b) => between(a, b).length > 0 })) {
      const row = between(from, to).pop();
      if (!row) throw new Error("a way without an arrow");
      const [one, two] = [row[first] ?? 0, row[second] ?? 0];
      row[first] = two;
      row[second] = one;
      arrows[two * kinds + one]?.push(row);
      for (const [place, kind, by] of [
        [first, one, -1],
        [first, two, 1],
        [second, two, -1],
        [second, one, 1],
      ] as const)
        count(counts[place], kind, by);
    }
  }
}

/** The steps from a kind to the nearest goal. */
function shortestWay(
  start: number,
  {
    all,
    isGoal,
    isOpen,
  }: { all: readonly number[]; isGoal: (kind: number) => boolean; isOpen: (from: number, to: number) => boolean },
): [number, number][] {
  const from = new Map<number, number>([[start, start]]);
  for (const kind of from.keys()) {
    if (isGoal(kind)) {
      const steps: [number, number][] = [];
      for (let to = kind; to !== start; to = from.get(to) ?? start) steps.push([from.get(to) ?? start, to]);
      return steps;
    }
    for (const next of all) if (!from.has(next) && isOpen(kind, next)) from.set(next, kind);
  }
  throw new Error("no way to a rarer kind");
}
