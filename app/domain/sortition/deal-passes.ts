import { type Random, shuffled } from "../kernel/random";

/** Deals people (or households) pass by pass, each in a new order; nobody is dealt twice at once, even when a pass ends in the middle. */
export function passes(members: readonly number[], random: Random): (seats: number) => number[] {
  let order: number[] = [];
  return (seats) => {
    const taken = order.splice(0, seats);
    if (taken.length < seats) {
      const dealt = new Set(taken);
      const rest = members.filter((person) => !dealt.has(person));
      order = [...shuffled(rest, random), ...shuffled(taken, random)];
      taken.push(...order.splice(0, seats - taken.length));
    }
    return taken;
  };
}
