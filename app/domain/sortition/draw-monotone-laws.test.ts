import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, uniformBelow } from "../kernel/random";
import { aQuota, chancesBeside, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import type { DrawResult } from "./draw-result";
import type { Solver } from "./solver";

const [runs, most] = process.env.LONG ? [100, 40] : [2, 20];
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** Larger than what can be counted: what is compared are two draws. */
const requests = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 8, max: most }),
    seats: fc.integer({ min: 2, max: most / 5 }),
    features: fc.integer({ min: 1, max: 3 }),
    values: fc.integer({ min: 2, max: 4 }),
    sharing: fc.constantFrom(0, 4),
  })
  .map(({ seed, ...size }): DrawRequest => {
    const random = seededRandom(`monotone ${seed}`);
    const request = aRandomRequest(random, size);
    return { ...(uniformBelow(random, 2) === 0 ? request : withChoices(request, random)), lottery: 0 };
  });
const lots = fc.integer({ min: 0, max: 1000 });

function law(title: string, predicate: (request: DrawRequest, lot: number) => void): void {
  it(title, () => fc.assert(fc.property(requests, lots, predicate), { numRuns: runs, verbose: 1 }), 600_000);
}

function drawn(request: DrawRequest): DrawResult | undefined {
  const outcome = drawPanel(request, solver, undisturbed);
  if (outcome.status === "infeasible") return undefined;
  if (outcome.status !== "drawn") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** Whoever could be drawn still can; and where nobody else can, nobody's least chance has fallen. */
function expectNoWorse(before: DrawResult, request: DrawRequest): void {
  const after = drawn(request);
  if (!after) throw new Error("not possible any more");
  for (const [id, was, is] of chancesBeside(before.probabilities, after.probabilities))
    if (was > 1e-9) expect([id, is > 1e-9]).toEqual([id, true]);
  if (after.unreachableIds.length === before.unreachableIds.length)
    expect(after.minProbability).toBeGreaterThanOrEqual(before.minProbability - 1e-6);
}

describe("more room makes no draw impossible, and takes nobody's chance away", () => {
  law("a seat more on one side of a quota", (request, lot) => {
    const before = drawn(request);
    if (!before) return;
    const at = lot % request.quotas.length;
    const quotas = request.quotas.map((quota, place) => {
      if (place !== at) return quota;
      return lot % 2 === 0 ? { ...quota, min: Math.max(0, quota.min - 1) } : { ...quota, max: quota.max + 1 };
    });
    expectNoWorse(before, { ...request, quotas });
  });

  law("households that do not count any more", (request) => {
    const before = drawn(request);
    if (before) expectNoWorse(before, { ...request, households: false });
  });

  law("somebody who is not excluded any more", (request) => {
    const before = drawn(request);
    if (!before) return;
    const after = drawn({ ...request, excludedIds: request.excludedIds?.slice(1) ?? [] });
    expect(after).toBeDefined();
  });

  law("one more volunteer, alike somebody there is and living alone", (request, lot) => {
    const before = drawn(request);
    if (!before) return;
    const like = request.people[lot % request.people.length];
    if (!like) return;
    const people = [...request.people, { id: "newcomer", features: like.features }];
    const after = drawn({ ...request, people });
    expect(after).toBeDefined();
    for (const [id, chance] of before.probabilities)
      if (chance > 1e-9) expect([id, (after?.probabilities.get(id) ?? 0) > 1e-9]).toEqual([id, true]);
  });
});

describe("what binds nobody changes nobody's chance", () => {
  const expectSame = (request: DrawRequest, other: DrawRequest): void => {
    const [one, two] = [drawn(request), drawn(other)];
    expect(two === undefined).toBe(one === undefined);
    if (!one || !two) return;
    for (const [, chance, same] of chancesBeside(one.probabilities, two.probabilities))
      expect(same).toBeCloseTo(chance, 6);
  };

  law("flexible bounds, which never apply by themselves", (request) => {
    const quotas = request.quotas.map((quota) => ({ ...quota, minFlex: 0, maxFlex: quota.max + 5 }));
    expectSame(request, { ...request, quotas });
  });

  law("a quota for a value that nobody has", (request) => {
    expectSame(request, { ...request, quotas: [...request.quotas, aQuota("f0", "nobody", [0, 3])] });
  });

  law("a feature of which every panel has what it may", (request) => {
    const people = request.people.map((person, at) => ({
      ...person,
      features: { ...person.features, extra: at % 2 === 0 ? "even" : "odd" },
    }));
    const extra = ["even", "odd"].map((value) => aQuota("extra", value, [0, request.seats]));
    expectSame(request, { ...request, people, quotas: [...request.quotas, ...extra] });
  });

  law("an address of one's own in place of none", (request) => {
    const people = request.people.map((person) =>
      person.household?.[0] === "" ? { ...person, household: [`${person.id} Oak`, "Y"] } : person,
    );
    expectSame(request, { ...request, people });
  });

  law("a blank in a cell that all share, for those at no common address", (request) => {
    const alone = request.people.map((person) => ({ ...person, household: [person.household?.[0] ?? "", " "] }));
    expectSame({ ...request, people: alone }, { ...request, households: false });
  });
});
