import { AbstractType, compareIDs, type Doc, getItem, type ID, type Item } from "yjs";

/** What the search for an item's place will cost, before Yjs makes it. */
export interface Placement {
  readonly item: Item;
  /** Where it goes: what its author had on its left. */
  readonly left: Item | null;
  readonly origin: ID | null;
  readonly store: Doc["store"];
}

export interface Walk {
  /** How many items Yjs walks over to place the item among those that others put there at the same time. */
  readonly steps: number;
  /**
   * Whether a page can have made it. None puts its text beside its own earlier text without knowing that, or has its right neighbour on its
   * left: there the order of the words would follow from the order of arrival, and people would see different texts.
   */
  readonly isSound: boolean;
}

const NO_WALK: Walk = { steps: 0, isSound: true };

/**
 * The very loop of `Item.integrate` (yjs 13.6), read only. No steps where both neighbours still touch, which is nearly always. Null beyond
 * `most` steps.
 */
export function conflictSteps(placement: Placement, most: number): Walk | null {
  const { item, left, origin } = placement;
  if (!item.parent) return NO_WALK;
  // The right neighbour was found within the left one, and has cut it in two.
  if (left && !compareIDs(left.lastId, origin)) return { ...NO_WALK, isSound: false };
  const touches = left ? left.right === item.right : item.right !== null && item.right.left === null;
  if (touches) return NO_WALK;
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
  const { parent } = item;
  if (!(parent instanceof AbstractType)) return { start: null, steps: 0 };
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

function walk({ item, origin, store }: Placement, { start, steps: before }: Way, most: number): Walk | null {
  const conflicting = new Set<Item>();
  const beforeOrigin = new Set<Item>();
  let steps = before;
  let isSound = true;
  let other = start;
  for (; other !== null && other !== item.right; other = other.right) {
    steps += 1;
    if (steps > most) return null;
    if (other.id.client === item.id.client) isSound = false;
    beforeOrigin.add(other);
    conflicting.add(other);
    if (compareIDs(origin, other.origin)) {
      if (other.id.client < item.id.client) conflicting.clear();
      else if (compareIDs(item.rightOrigin, other.rightOrigin)) return { steps, isSound };
    } else {
      const theirs = other.origin && getItem(store, other.origin);
      if (!theirs || !beforeOrigin.has(theirs)) return { steps, isSound };
      if (!conflicting.has(theirs)) conflicting.clear();
    }
  }
  return { steps, isSound: isSound && other === item.right };
}
