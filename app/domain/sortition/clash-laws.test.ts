import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, shuffled } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { clashByCounting } from "../testing/sortition-clash";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { aStructuredRequest } from "../testing/sortition-structured";
import { drawPanel } from "./draw-panel";
import type { DrawRequest, Quota } from "./draw-request";
import type { Impossible } from "./explain-infeasible";
import { type Relaxation, relaxQuotas } from "./propose-relaxations";
import type { Solver } from "./solver";

const runs = process.env.LONG ? 300 : 4;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

function impossible(request: DrawRequest): Impossible | undefined {
  const outcome = drawPanel({ ...request, algorithm: "quick", lottery: 0 }, solver, undisturbed);
  return outcome.status === "infeasible" ? outcome.impossible : undefined;
}

/** Quotas that clash, half of the time with people confirmed and excluded. */
const clashing = fc.integer().map((seed): DrawRequest => {
  const random = seededRandom(`clash ${seed}`);
  const request = aStructuredRequest("clash", random);
  return seed % 2 === 0 ? request : withChoices(request, random);
});
/** Quotas drawn too tight around a panel, among households. */
const tight = fc.integer().map((seed): DrawRequest => {
  const random = seededRandom(`tight ${seed}`);
  const request = aRandomRequest(random, { people: 8, seats: 3, features: 2, values: 2, sharing: 7 });
  const quotas = request.quotas.map((quota, at) =>
    at % 4 === 1 ? { ...quota, min: quota.min + 1, max: quota.max + 1 } : quota,
  );
  return { ...request, quotas };
});

function law(
  title: string,
  requests: fc.Arbitrary<DrawRequest>,
  predicate: (request: DrawRequest, found: Impossible) => void,
): void {
  const property = fc.property(requests, (request) => {
    const found = impossible(request);
    if (found) predicate(request, found);
  });
  it(title, () => fc.assert(property, { numRuns: runs, verbose: 1 }), 600_000);
}

const sidesOf = ({ changes }: Relaxation): string[] =>
  changes.map(({ feature, value, bound }) => `${feature} ${value} ${bound}`).sort();
const canBeHelped = ({ mostSeats, reasons }: Impossible): boolean =>
  mostSeats === undefined && reasons.every(({ code }) => code !== "confirmed-share-household");

describe("what clashes", () => {
  law(
    "is as few bounds as can clash, and the first proposal moves as few seats as can help, with people confirmed too",
    clashing,
    (request, found) => {
      const counted = clashByCounting(request);
      if (!counted || !canBeHelped(found)) return;
      expect(found.clash).toHaveLength(counted.smallest);
      const [first] = found.relaxations;
      expect([first?.seats, first?.beyondFlex]).toEqual([counted.seats, counted.beyondFlex]);
      expect(first?.weight).toBeCloseTo(counted.weight, 9);
    },
  );

  law("is as few bounds as can clash among households", tight, (request, found) => {
    const counted = clashByCounting(request);
    if (!counted || !canBeHelped(found)) return;
    expect(found.clash).toHaveLength(counted.smallest);
    expect(found.relaxations[0]?.seats).toBe(counted.seats);
  });

  law("clashes by itself, and no more when any one of its bounds is given up", clashing, (request, { clash }) => {
    if (clash.length === 0) return;
    const only = (kept: typeof clash): DrawRequest["quotas"] =>
      request.quotas.map(({ feature, value, min, max }) => {
        const has = (bound: "min" | "max") =>
          kept.some((side) => side.feature === feature && side.value === value && side.bound === bound);
        return { feature, value, min: has("min") ? min : 0, max: has("max") ? max : request.people.length };
      });
    expect(enumeratePanels({ ...request, quotas: only(clash) })).toEqual([]);
    for (const given of clash) {
      const quotas = only(clash.filter((side) => side !== given));
      expect(enumeratePanels({ ...request, quotas }).length).toBeGreaterThan(0);
    }
  });

  law("says of each bound what the quota says", clashing, ({ quotas }, { clash, relaxations }) => {
    const bounds = new Map(
      quotas.flatMap(({ feature, value, min, max }) => [
        [`${feature} ${value} min`, min],
        [`${feature} ${value} max`, max],
      ]),
    );
    for (const { feature, value, bound, seats } of clash)
      expect(bounds.get(`${feature} ${value} ${bound}`)).toBe(seats);
    for (const { feature, value, bound, from } of relaxations.flatMap(({ changes }) => changes))
      expect(bounds.get(`${feature} ${value} ${bound}`)).toBe(from);
  });
});

describe("proposals", () => {
  law("each make the draw possible, and are never more than three", clashing, (request, { relaxations }) => {
    expect(relaxations.length).toBeLessThanOrEqual(3);
    for (const relaxation of relaxations) {
      const quotas = relaxQuotas(request.quotas, relaxation);
      expect(enumeratePanels({ ...request, quotas }).length).toBeGreaterThan(0);
    }
  });

  law("only ever widen, by as many seats as they say, at the weight they say", clashing, (_, { relaxations }) => {
    for (const { changes, seats, weight } of relaxations) {
      const moves = changes.map(({ bound, from, to }) => (bound === "min" ? from - to : to - from));
      expect(moves.every((move) => move > 0)).toBe(true);
      expect(moves.reduce((sum, move) => sum + move, 0)).toBe(seats);
      const price = changes.reduce(
        (sum, { bound, from, to }) => sum + (bound === "min" ? (from - to) * (1 + 2 / from) : to - from),
        0,
      );
      expect(weight).toBeCloseTo(price, 9);
      expect(changes.every(({ to }) => to >= 0)).toBe(true);
    }
  });

  law(
    "stand in the order of their seats, and none moves all that another before it moves",
    clashing,
    (_, { relaxations }) => {
      const seats = relaxations.map((one) => one.seats);
      expect(seats).toEqual([...seats].sort((a, b) => a - b));
      relaxations.forEach((one, at) => {
        for (const before of relaxations.slice(0, at))
          expect(sidesOf(before).every((side) => sidesOf(one).includes(side))).toBe(false);
      });
    },
  );

  law(
    "stay inside the flexible bounds, or say that they do not because nothing inside helps",
    clashing,
    (request, { relaxations }) => {
      const flexible = request.quotas.map(({ minFlex = 0, maxFlex = request.people.length, ...quota }) => ({
        ...quota,
        min: minFlex,
        max: maxFlex,
      }));
      const helps = enumeratePanels({ ...request, quotas: flexible }).length > 0;
      for (const { beyondFlex } of relaxations) expect(beyondFlex).toBe(!helps);
    },
  );

  law("do not depend on the order of people", clashing, (request, found) => {
    const people = shuffled(request.people, seededRandom("turned"));
    const turned = impossible({ ...request, people });
    expect(turned?.clash.length).toBe(found.clash.length);
    expect(turned).toEqual(found);
  });
});

describe("quotas that were relaxed", () => {
  const quota: Quota = { feature: "age", value: "young", min: 3, max: 4, minFlex: 2, maxFlex: 5 };
  const change = (bound: "min" | "max", to: number) => ({
    feature: "age",
    value: "young",
    bound,
    from: bound === "min" ? 3 : 4,
    to,
  });

  it("have the bounds that were proposed, and flexible ones that still lie around them", () => {
    expect(relaxQuotas([quota], { changes: [change("min", 1), change("max", 6)] })).toEqual([
      { ...quota, min: 1, max: 6, minFlex: 1, maxFlex: 6 },
    ]);
    expect(relaxQuotas([quota], { changes: [change("min", 2)] })).toEqual([{ ...quota, min: 2 }]);
  });

  it("are otherwise as they were, and those that were given too", () => {
    const other = aQuota("age", "old", [0, 4]);
    const given = [quota, other, aQuota("place", "young", [1, 1])];
    const relaxed = relaxQuotas(given, { changes: [change("max", 9)] });
    expect(relaxed.slice(1)).toEqual(given.slice(1));
    expect(given[0]).toEqual({ ...quota });
    expect(relaxQuotas(given, { changes: [] })).toEqual(given);
  });
});

it("a clash that averages do not see is found in whole people", () => {
  // Three people, each in two of three pairs: 1½ of them would meet every pair, but nobody can be halved.
  const people = ["ab", "bc", "ca"].map((id) =>
    aDrawCandidate(id, Object.fromEntries(["a", "b", "c"].map((pair) => [pair, id.includes(pair) ? "yes" : "no"]))),
  );
  const filler = aDrawCandidate("none", { a: "no", b: "no", c: "no" });
  const twins = [...people, filler].flatMap((person) => [person, { ...person, id: `${person.id}2` }]);
  const quotas = ["a", "b", "c"].flatMap((pair) => [aQuota(pair, "yes", [1, 1]), aQuota(pair, "no", [0, 9])]);
  const found = impossible(aDrawRequest({ people: twins, quotas, seats: 2 }));
  expect(found?.reasons.map(({ code }) => code)).toEqual(["quotas-clash"]);
  expect(found?.clash.map(({ feature, bound }) => [feature, bound]).sort()).toEqual(clashOfPairs(twins, quotas));
});

/** What counting says of the three pairs: which of their bounds no two people meet together. */
function clashOfPairs(people: DrawRequest["people"], quotas: readonly Quota[]): string[][] {
  const sides = ["a", "b", "c"].flatMap((pair) => [
    [pair, "max"],
    [pair, "min"],
  ]);
  const meets = (kept: string[][]): boolean => {
    const has = (pair: string, bound: string) => kept.some(([one, other]) => one === pair && other === bound);
    const bounded = quotas.map((quota) =>
      quota.value === "no"
        ? quota
        : { ...quota, min: has(quota.feature, "min") ? 1 : 0, max: has(quota.feature, "max") ? 1 : 9 },
    );
    return enumeratePanels(aDrawRequest({ people, quotas: bounded, seats: 2 })).length > 0;
  };
  return sides.filter((side) => meets(sides.filter((other) => other !== side)));
}
