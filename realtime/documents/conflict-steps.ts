import { type AbstractType, compareIDs, type Doc, getItem, type ID, type Item } from "yjs";

/** What the search for an item's place will cost, before Yjs makes it. */
export interface Placement {
  readonly item: Item;
  /** Where it goes: what its author had on its left. */
  readonly left: Item | null;
  readonly origin: ID | null;
  readonly store: Doc["store"];
}

/**
 * How many items Yjs walks over to place an item among those that others put there at the same time: the very loop of
 * `Item.integrate` (yjs 13.6), read only. Zero where both neighbours still touch, which is nearly always. Null beyond `most`.
 */
export function conflictSteps(placement: Placement, most: number): number | null {
  const { item, left } = placement;
  if (!item.parent) return 0;
  const touches = left ? left.right === item.right : item.right !== null && item.right.left === null;
  if (touches) return 0;
  const first = firstInTheWay(placement, most);
  if (first === null) return null;
  return walk(placement, first, most);
}

interface Way {
  readonly start: Item | null;
  readonly steps: number;
}

/** Values of one attribute are a list of their own, of which Yjs knows the end: it is walked to its beginning, and again when placed. */
function firstInTheWay({ item, left }: Placement, most: number): Way | null {
  if (left) return { start: left.right, steps: 0 };
  const parent = item.parent as AbstractType<unknown>;
  if (item.parentSub === null) return { start: parent._start, steps: 0 };
  let start = parent._map.get(item.parentSub) ?? null;
  let steps = 0;
  while (start?.left) {
    start = start.left;
    steps += 2;
    if (steps > most) return null;
  }
  return { start, steps };
}

function walk({ item, origin, store }: Placement, { start, steps: before }: Way, most: number): number | null {
  const conflicting = new Set<Item>();
  const beforeOrigin = new Set<Item>();
  let steps = before;
  for (let other = start; other !== null && other !== item.right; other = other.right) {
    steps += 1;
    if (steps > most) return null;
    beforeOrigin.add(other);
    conflicting.add(other);
    if (compareIDs(origin, other.origin)) {
      if (other.id.client < item.id.client) conflicting.clear();
      else if (compareIDs(item.rightOrigin, other.rightOrigin)) break;
    } else {
      const theirs = other.origin && getItem(store, other.origin);
      if (!theirs || !beforeOrigin.has(theirs)) break;
      if (!conflicting.has(theirs)) conflicting.clear();
    }
  }
  return steps;
}
