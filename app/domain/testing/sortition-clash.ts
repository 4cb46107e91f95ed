import type { DrawRequest } from "../sortition/draw-request";
import { enumeratePanels } from "./sortition-enumeration";

/** What counting all panels of a small pool says about quotas that clash; nothing when people and households do not suffice. */
export interface ClashByCounting {
  /** Sides in a smallest set that no panel meets together. */
  readonly smallest: number;
  /** Fewest seats by which bounds must move, and the least weight among those; inside the flexible bounds if that can be. */
  readonly seats: number;
  readonly weight: number;
  readonly beyondFlex: boolean;
}

/** The oracle of clash and relaxation: every panel without quotas, and every set of sides, by size. */
export function clashByCounting(request: DrawRequest): ClashByCounting | undefined {
  const { quotas, people } = request;
  const none = quotas.map((quota) => ({ ...quota, min: 0, max: people.length, minFlex: 0, maxFlex: people.length }));
  const valuesOf = new Map(people.map(({ id, features }) => [id, features]));
  const seats = enumeratePanels({ ...request, quotas: none }).map((panel) =>
    quotas.map(({ feature, value }) => panel.filter((id) => valuesOf.get(id)?.[feature] === value).length),
  );
  if (seats.length === 0) return undefined;
  const missed = seats.map((counts) =>
    counts.flatMap((count, at) => [count < (quotas[at]?.min ?? 0), count > (quotas[at]?.max ?? 0)]),
  );
  const prices = seats.map((counts) => priceOf(request, counts));
  const inside = prices.filter(({ flexible }) => flexible);
  const [best] = (inside.length > 0 ? inside : prices).sort((a, b) => a.seats - b.seats || a.weight - b.weight);
  if (!best) return undefined;
  return { smallest: smallestHit(missed), seats: best.seats, weight: best.weight, beyondFlex: inside.length === 0 };
}

function priceOf({ quotas }: DrawRequest, counts: readonly number[]) {
  let [seats, weight, flexible] = [0, 0, true];
  counts.forEach((count, at) => {
    const { min = 0, max = 0, minFlex = 0, maxFlex = Number.POSITIVE_INFINITY } = quotas[at] ?? {};
    const [under, over] = [Math.max(0, min - count), Math.max(0, count - max)];
    seats += under + over;
    weight += over + (under > 0 ? under * (1 + 2 / min) : 0);
    if ((under > 0 && count < minFlex) || (over > 0 && count > maxFlex)) flexible = false;
  });
  return { seats, weight, flexible };
}

/** The size of a smallest set of sides of which every panel misses one. */
function smallestHit(missed: readonly (readonly boolean[])[]): number {
  const sides = missed[0]?.length ?? 0;
  const isHit = (set: readonly number[]): boolean => missed.every((panel) => set.some((side) => panel[side]));
  let sets: number[][] = [[]];
  for (let size = 0; size <= sides; size++) {
    if (sets.some(isHit)) return size;
    sets = sets.flatMap((set) =>
      Array.from({ length: sides }, (_, side) => side)
        .filter((side) => side > (set.at(-1) ?? -1))
        .map((side) => [...set, side]),
    );
  }
  throw new Error("a panel misses nothing");
}
