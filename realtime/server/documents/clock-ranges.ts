interface Range {
  readonly from: number;
  to: number;
}

/** A stretch of clocks, and whether it is among the ranges. */
export interface Share {
  readonly from: number;
  readonly to: number;
  readonly isIn: boolean;
}

/** Clocks of clients in Yjs: what an update brought or deleted, to the letter. */
export class ClockRanges {
  readonly #ranges = new Map<number, { inOrder: boolean; list: Range[] }>();

  add(client: number, from: number, to: number): void {
    if (to <= from) return;
    const known = this.#ranges.get(client);
    const last = known?.list.at(-1);
    if (!known) this.#ranges.set(client, { inOrder: true, list: [{ from, to }] });
    else if (last?.to === from) last.to = to;
    else {
      known.inOrder &&= last !== undefined && last.to < from;
      known.list.push({ from, to });
    }
  }

  has(client: number, clock: number): boolean {
    const list = this.#listOf(client);
    const range = list[firstAfter(list, clock)];
    return range !== undefined && range.from <= clock;
  }

  /** These clocks, cut where they enter the ranges and leave them. */
  *shares(client: number, from: number, to: number): Iterable<Share> {
    const list = this.#listOf(client);
    let at = from;
    for (let next = firstAfter(list, from); at < to; next += 1) {
      const range = list[next];
      const start = Math.min(range?.from ?? to, to);
      if (start > at) yield { from: at, to: start, isIn: false };
      if (!range || start === to) return;
      yield { from: Math.max(start, at), to: Math.min(range.to, to), isIn: true };
      at = range.to;
    }
  }

  *[Symbol.iterator](): Iterator<readonly [client: number, from: number, to: number]> {
    for (const client of this.#ranges.keys()) {
      for (const { from, to } of this.#listOf(client)) yield [client, from, to];
    }
  }

  #listOf(client: number): readonly Range[] {
    const known = this.#ranges.get(client);
    if (!known) return [];
    if (!known.inOrder) {
      known.list = apart(known.list);
      known.inOrder = true;
    }
    return known.list;
  }
}

/** In order, and none over another. */
function apart(list: readonly Range[]): Range[] {
  const ordered: Range[] = [];
  for (const { from, to } of [...list].sort((one, other) => one.from - other.from)) {
    const last = ordered.at(-1);
    if (last && last.to >= from) last.to = Math.max(last.to, to);
    else ordered.push({ from, to });
  }
  return ordered;
}

/** The place of the first range that ends after this clock. */
function firstAfter(list: readonly Range[], clock: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.to ?? 0) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
