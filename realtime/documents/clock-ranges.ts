interface Range {
  readonly from: number;
  to: number;
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
    const known = this.#ranges.get(client);
    if (!known) return false;
    if (!known.inOrder) {
      known.list.sort((one, other) => one.from - other.from);
      known.inOrder = true;
    }
    return holds(known.list, clock);
  }

  knows(client: number): boolean {
    return this.#ranges.has(client);
  }
}

/** No letter is deleted twice, nor brought: the ranges of a client are apart. */
function holds(list: readonly Range[], clock: number): boolean {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = list[middle];
    if (!range) return false;
    if (clock < range.from) high = middle - 1;
    else if (clock >= range.to) low = middle + 1;
    else return true;
  }
  return false;
}
