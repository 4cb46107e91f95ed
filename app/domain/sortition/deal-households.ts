import { type Random, shuffled } from "../kernel/random";
import type { PanelCounts } from "./check-panel";
import { passes } from "./deal-passes";
import { evenOut } from "./even-out";
import type { HouseholdPattern, Pool } from "./group-people";

interface Dealing {
  readonly pool: Pool;
  readonly pattern: HouseholdPattern;
  readonly panels: readonly PanelCounts[];
  readonly dealt: number[][];
  readonly random: Random;
}

/** Part 0 of a household is nobody; part p is the pattern's class p - 1. */
type Parts = number[];

/**
 * Seats of one household pattern: each panel takes distinct households, and of each class every household serves equally often
 * (within one) over all panels, which is always possible.
 */
export function dealPattern({ pool, pattern, panels, dealt, random }: Dealing): void {
  const { classes, households } = pattern;
  const deal = passes([...households.keys()], random);
  const serving = panels.map((counts): Parts => {
    const parts = classes.flatMap((at, place) => new Array<number>(counts[at] ?? 0).fill(place + 1));
    const row = households.map(() => 0);
    for (const home of deal(parts.length)) row[home] = parts.pop() ?? 0;
    return row;
  });
  evenOut(serving, { places: households.length, kinds: classes.length + 1 });
  households.forEach((residents, home) => {
    const queues = classes.map((at) => {
      const inside = new Set(pool.classes[at]?.members);
      return shuffled(
        residents.filter((person) => inside.has(person)),
        random,
      );
    });
    serving.forEach((parts, panel) => {
      const part = parts[home] ?? 0;
      if (part === 0) return;
      const queue = queues[part - 1] ?? [];
      const person = queue.shift();
      if (person === undefined) throw new Error("household without a person of the class");
      queue.push(person);
      dealt[panel]?.push(person);
    });
  });
}
