import type { Pauses } from "../browser/live/ask";

/** Pauses that end when a test says so, the shortest first. */
export interface HeldPauses extends Pauses {
  /** How long each one that has not ended or been called off is, in the order in which they were begun. */
  readonly waiting: readonly number[];
  /** Every pause that was begun. */
  readonly begun: readonly number[];
  /** Ends the pauses that wait now. */
  end(): void;
}

export function heldPauses(chance = 0.5): HeldPauses {
  const held = new Map<symbol, { readonly ms: number; readonly work: () => void }>();
  const begun: number[] = [];
  return {
    chance: () => chance,
    after(ms, work) {
      const key = Symbol();
      begun.push(ms);
      held.set(key, { ms, work });
      return () => void held.delete(key);
    },
    begun,
    get waiting() {
      return [...held.values()].map(({ ms }) => ms);
    },
    end() {
      const due = [...held.entries()].sort(([, a], [, b]) => a.ms - b.ms);
      for (const [key, { work }] of due) if (held.delete(key)) work();
    },
  };
}
