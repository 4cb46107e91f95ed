import { type Random, shuffled, uniformBelow } from "../kernel/random";
import type { DrawCandidate, DrawRequest, Quota } from "../sortition/draw-request";

/** Pools in which averages promise what no panels can give, or in which everything is as tight as can be. */
export const poolShapes = ["parity", "cycle", "triples", "large homes", "one panel", "symmetric", "clash"] as const;
export type PoolShape = (typeof poolShapes)[number];

type Pick = (limit: number) => number;
type Vector = readonly number[];

/** A small pool of a shape, made by a seed, in an order that says nothing. Only of the shape "clash" many have no panel. */
export function aStructuredRequest(shape: PoolShape, random: Random): DrawRequest {
  const pick: Pick = (limit) => uniformBelow(random, limit);
  const { people, quotas, seats, households = false } = makers[shape](pick, random);
  return {
    people: shuffled(people, random),
    quotas: shuffled(quotas, random),
    seats,
    households,
    algorithm: "leximin",
    seed: "structured",
    lottery: 1000,
  };
}

interface Made {
  readonly people: DrawCandidate[];
  readonly quotas: Quota[];
  readonly seats: number;
  readonly households?: boolean;
}

const makers: Record<PoolShape, (pick: Pick, random: Random) => Made> = {
  /** Few kinds of people over yes-no features, exact quotas around a panel. */
  parity(pick, random) {
    const features = 3 + pick(3);
    const kinds = several(3 + pick(5), () => several(features, () => pick(2)));
    const people = several(5 + pick(8), () => kinds[pick(kinds.length)] ?? []).map(candidate);
    const seats = 2 + pick(Math.min(5, people.length - 2));
    return {
      people,
      seats,
      quotas: around(shuffled(people, random).slice(0, seats), { values: 2, features, room: [0] }),
    };
  },
  /** People who are "yes" on two neighbouring features of a ring: halves fit on average, whole people do not. */
  cycle(pick, random) {
    const length = 3 + pick(3);
    const kinds = several(length, (at) => several(length, (f) => Number(f === at || f === (at + 1) % length)));
    kinds.push(
      several(length, () => 0),
      several(length, (f) => Number(f === 0)),
      several(length, () => 1),
    );
    const people = several(length + 1 + pick(8), () => kinds[pick(kinds.length)] ?? []).map(candidate);
    const seats = 2 + pick(4);
    const panel = shuffled(people, random).slice(0, seats);
    return { people, seats: panel.length, quotas: around(panel, { values: 2, features: length, room: [0, 0, 0, 1] }) };
  },
  /** Every value of three features once in each panel (three-dimensional matching). */
  triples(pick, random) {
    const values = 3 + pick(2);
    const all = several(values, (at) => at);
    const columns = several(3, () => shuffled(all, random));
    const matching = all.map((at) => columns.map((column) => column[at] ?? 0));
    const others = several(2 + pick(7), () => several(3, () => pick(values)));
    const quotas = several(3, (f) => all.map((v) => quota(f, v, [pick(5) === 0 ? 0 : 1, pick(8) === 0 ? 2 : 1])));
    return { people: [...matching, ...others].map(candidate), seats: values, quotas: quotas.flat() };
  },
  "large homes"(pick, random) {
    const people: DrawCandidate[] = [];
    const homes = 3 + pick(4);
    for (let home = 0; home < homes; home++) {
      const address = [` ${home}  Élm st`, pick(8) === 0 ? " " : "x"];
      for (let left = 1 + pick(6); left > 0 && people.length < 13; left--) {
        people.push({ ...candidate([pick(3), pick(2)], people.length), household: address });
      }
    }
    const different = new Map(shuffled(people, random).map((person) => [person.household?.join(), person]));
    const panel = [...different.values()].slice(0, 1 + pick(different.size));
    const quotas = around(panel, { values: 3, features: 2, room: [0, 1, 1] });
    return { people, seats: panel.length, quotas, households: true };
  },
  "one panel"(pick) {
    const count = 3 + pick(7);
    const seats = 1 + pick(count);
    const quotas = several(count, (v) => quota(0, v, v < seats ? [1, 1] : [0, 0]));
    return { people: several(count, (v) => candidate([v], v)), seats, quotas: [...quotas, quota(0, 99, [0, 7])] };
  },
  symmetric(pick) {
    const features = 2 + pick(2);
    const values = features === 2 ? 2 + pick(2) : 2;
    const people = several(values ** features, (at) => several(features, (f) => Math.floor(at / values ** f) % values));
    const seats = 1 + pick(people.length);
    const limits = [Math.floor(seats / values), Math.ceil(seats / values)] as const;
    const quotas = several(features, (f) => several(values, (v) => quota(f, v, limits)));
    return { people: people.map(candidate), seats, quotas: quotas.flat() };
  },
  clash(pick) {
    const features = 2 + pick(3);
    const people = several(5 + pick(6), () => several(features, () => pick(2))).map(candidate);
    const seats = 2 + pick(4);
    const quotas = several(features, (f) => {
      const yes = pick(seats + 1);
      const room = pick(3) === 0 ? 1 : 0;
      return [quota(f, 1, [Math.max(0, yes - room), yes]), quota(f, 0, [seats - yes, seats - yes + room])];
    });
    const flexible = quotas.flat().map((one): Quota => {
      if (pick(3) > 0) return one;
      return { ...one, minFlex: pick(one.min + 1), maxFlex: one.max + pick(2) };
    });
    return { people, seats, quotas: flexible };
  },
};

function several<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function candidate(values: Vector, at: number): DrawCandidate {
  return { id: `p${at}`, features: Object.fromEntries(values.map((value, f) => [`f${f}`, `v${value}`])) };
}

function quota(feature: number, value: number, [min, max]: readonly [number, number]): Quota {
  return { feature: `f${feature}`, value: `v${value}`, min, max };
}

/** Quotas that a panel meets, with room by turns. */
function around(
  panel: readonly DrawCandidate[],
  { values, features, room }: { values: number; features: number; room: readonly number[] },
): Quota[] {
  return several(features * values, (at) => {
    const [f, v] = [at % features, Math.floor(at / features)];
    const seats = panel.filter((person) => person.features[`f${f}`] === `v${v}`).length;
    const more = room[at % room.length] ?? 0;
    return quota(f, v, [Math.max(0, seats - more), seats + more]);
  });
}
