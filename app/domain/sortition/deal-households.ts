import { type Random, shuffled } from "../kernel/random";
import type { PanelCounts } from "./check-panel";
import type { HouseholdPattern, Pool } from "./group-people";

interface Dealing {
  readonly pool: Pool;
  readonly pattern: HouseholdPattern;
  readonly panels: readonly PanelCounts[];
  readonly dealt: number[][];
  readonly random: Random;
}

interface Part {
  readonly at: number;
  readonly homes: { readonly people: number[]; served: number }[];
}

/**
 * Seats of one household pattern: each panel takes distinct households; of each class the household served least comes next,
 * and a household already taken by another class of the panel is exchanged along the cheapest chain.
 */
export function dealPattern({ pool, pattern, panels, dealt, random }: Dealing): void {
  const parts = pattern.classes.map((at): Part => {
    const inside = new Set(pool.classes[at]?.members);
    const homes = pattern.households.map((residents) => ({
      people: shuffled(
        residents.filter((person) => inside.has(person)),
        random,
      ),
      served: 0,
    }));
    return { at, homes };
  });
  panels.forEach((counts, panel) => {
    const order = shuffled(
      pattern.households.map((_, home) => home),
      random,
    );
    const holder = placeParts(parts, counts, order);
    holder.forEach((part, home) => {
      const share = part && parts[part - 1]?.homes[home];
      if (share) dealt[panel]?.push(serve(share));
    });
  });
}

function serve(share: { readonly people: number[]; served: number }): number {
  const person = share.people[share.served % share.people.length];
  if (person === undefined) throw new Error("household without a person of the class");
  share.served++;
  return person;
}

/** Which part (from 1; 0 for none) each household serves in a panel: least services first, then pairwise exchanges that help. */
function placeParts(parts: readonly Part[], counts: PanelCounts, order: readonly number[]): number[] {
  const holder = order.map(() => 0);
  parts.forEach(({ at, homes }, part) => {
    const free = order.filter((home) => holder[home] === 0);
    free.sort((a, b) => (homes[a]?.served ?? 0) - (homes[b]?.served ?? 0));
    for (const home of free.slice(0, counts[at] ?? 0)) holder[home] = part + 1;
  });
  if (parts.length > 1) exchange(parts, holder);
  return holder;
}

/** Swaps what two households serve while that makes services more even (sum of squares falls). */
function exchange(parts: readonly Part[], holder: number[]): void {
  const price = (part: number, home: number): number => (part === 0 ? 0 : (parts[part - 1]?.homes[home]?.served ?? 0));
  for (let round = 0; round < 3; round++) {
    let changed = false;
    for (let a = 0; a < holder.length; a++) {
      for (let b = a + 1; b < holder.length; b++) {
        const [one, two] = [holder[a] ?? 0, holder[b] ?? 0];
        if (one === two) continue;
        if (price(one, b) + price(two, a) < price(one, a) + price(two, b)) {
          holder[a] = two;
          holder[b] = one;
          changed = true;
        }
      }
    }
    if (!changed) return;
  }
}
