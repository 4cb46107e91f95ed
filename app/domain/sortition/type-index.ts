import { itemAt } from "../kernel/item-at";
import type { Pool } from "./group-people";
import { QuickNumbers } from "./quick-numbers";

/** Up to so many features, every set of them is tried. */
const mostBits = 8;

/**
 * Types (one value per feature) found by the sum of a number per value, so that a type after an exchange of some values is found without
 * writing it down. Sums of 32 bits can agree by accident: what is found is compared before it is used.
 */
export class TypeIndex {
  /** The sets of features whose values may be exchanged. */
  readonly masks: readonly Uint8Array[];
  readonly sums: Int32Array;
  /** For each class and each set, the sum of the values in that set. */
  readonly partial: Int32Array;
  private readonly digits: readonly Int32Array[];
  private readonly slots: Int32Array;
  /** Classes of each type; they differ in their households. */
  private readonly alike: readonly Int32Array[];

  constructor({ classes, features }: Pool) {
    const numbers = new QuickNumbers();
    this.digits = features.map((_, column) => {
      const digits = new Map<string, number>();
      return Int32Array.from(classes, ({ values }) => {
        const value = values[column] ?? "";
        const digit = digits.get(value) ?? digits.size;
        digits.set(value, digit);
        return digit;
      });
    });
    const marks = this.digits.map((digits) => {
      const most = digits.reduce((largest, digit) => Math.max(largest, digit), 0);
      const ofDigit = Int32Array.from({ length: most + 1 }, () => numbers.below(2 ** 32) | 0);
      return digits.map((digit) => ofDigit[digit] as number);
    });
    this.masks = masksOf(features.length, numbers);
    const sumOf = (at: number, mask: Uint8Array): number =>
      marks.reduce((sum, values, column) => (mask[column] ? (sum + (values[at] as number)) | 0 : sum), 0);
    const whole = new Uint8Array(features.length).fill(1);
    this.sums = Int32Array.from(classes, (_, at) => sumOf(at, whole));
    const sets = this.masks.length;
    this.partial = new Int32Array(classes.length * sets);
    for (let at = 0; at < classes.length; at++)
      for (let set = 0; set < sets; set++) this.partial[at * sets + set] = sumOf(at, itemAt(this.masks, set));
    const byType = new Map<string, number[]>();
    classes.forEach(({ values }, at) => {
      const key = JSON.stringify(values);
      const list = byType.get(key);
      if (list) list.push(at);
      else byType.set(key, [at]);
    });
    this.alike = [...byType.values()].map((list) => Int32Array.from(list));
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(8 * this.alike.length + 8))).fill(-1);
    this.alike.forEach((list, type) => {
      let slot = this.slotOf(this.sums[list[0] ?? 0] ?? 0);
      while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = type;
    });
  }

  /** Classes whose values have this sum; nothing when there are none. */
  find(sum: number): Int32Array | undefined {
    for (let slot = this.slotOf(sum); ; slot = (slot + 1) & (this.slots.length - 1)) {
      const type = this.slots[slot] as number;
      if (type < 0) return undefined;
      const list = this.alike[type];
      if (!list || this.sums[list[0] as number] === sum) return list;
    }
  }

  /** Whether `crossed` has the values of `other` in the features of the set and those of `own` elsewhere. */
  isCrossing(crossed: number, set: number, [own, other]: readonly [number, number]): boolean {
    const mask = itemAt(this.masks, set);
    return this.digits.every((digits, column) => digits[crossed] === digits[mask[column] ? other : own]);
  }

  private slotOf(sum: number): number {
    return (sum ^ (sum >>> 15)) & (this.slots.length - 1);
  }
}

/** All sets of features while they are few, otherwise as many by lot. */
function masksOf(features: number, numbers: QuickNumbers): Uint8Array[] {
  const sets = 2 ** Math.min(mostBits, features);
  return Array.from({ length: sets }, (_, set) =>
    Uint8Array.from({ length: features }, (_, column) =>
      features <= mostBits ? (set >> column) & 1 : numbers.below(2),
    ),
  );
}
