import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { seededRandom } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { aStructuredRequest, poolShapes } from "../testing/sortition-structured";
import type { DrawAlgorithm, DrawRequest } from "./draw-request";
import { validateRequest, valuesByFeature } from "./validate-request";

const wrong = (changes: Partial<DrawRequest>) => validateRequest(aDrawRequest(changes));
const [young, ...others] = aDrawRequest().quotas;
const quotasWith = (changes: object) => (young ? [{ ...young, ...changes }, ...others] : []);

describe("a request that can be drawn", () => {
  it("has nothing wrong, whatever its quotas ask for", () => {
    const any = fc.oneof(
      fc.integer().map((seed) => {
        const random = seededRandom(`${seed}`);
        return withChoices(aRandomRequest(random, { people: 9, seats: 4, features: 3, values: 3, sharing: 4 }), random);
      }),
      fc
        .tuple(fc.constantFrom(...poolShapes), fc.integer())
        .map(([shape, seed]) => aStructuredRequest(shape, seededRandom(`${seed}`))),
    );
    fc.assert(
      fc.property(any, (request) => {
        expect(validateRequest(request)).toEqual([]);
      }),
      { verbose: 1 },
    );
  });

  it.each([
    ["one seat", { seats: 1 }],
    ["more seats than people: that is infeasible, not wrong", { seats: 99 }],
    ["no lottery", { lottery: 0 }],
    ["the largest lottery", { lottery: 100_000 }],
    ["a quota of nobody", { quotas: quotasWith({ min: 0, max: 0 }) }],
    ["flexible bounds as narrow as the quota", { quotas: quotasWith({ minFlex: 1, maxFlex: 2 }) }],
    ["nobody confirmed or excluded", { confirmedIds: [], excludedIds: [] }],
    ["somebody excluded twice", { excludedIds: ["p00", "p00"] }],
  ])("may have %s", (_, changes) => {
    expect(wrong(changes)).toEqual([]);
  });
});

describe("what is wrong with a request", () => {
  test.each([0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("%d seats", (seats) => {
    expect(wrong({ seats })).toEqual([{ code: "seats-not-whole", data: { seats } }]);
  });

  test.each([-1, 0.5, 100_001])("a lottery of %d panels", (lottery) => {
    expect(wrong({ lottery })).toEqual([{ code: "lottery-size", data: { lottery } }]);
  });

  test("nobody in the pool, and no quotas", () => {
    expect(wrong({ people: [], quotas: [] })).toEqual([{ code: "no-people" }, { code: "no-quotas" }]);
  });

  test.each([
    ["a minimum over its maximum", { min: 3, max: 2 }, "quota-min-over-max"],
    ["half a seat", { min: 0.5 }, "quota-not-whole"],
    ["less than no seat", { min: -1 }, "quota-not-whole"],
    ["a flexible bound that is not whole", { maxFlex: 2.5 }, "quota-not-whole"],
    ["a flexible minimum over the minimum", { minFlex: 2 }, "quota-flex-order"],
    ["a flexible maximum under the maximum", { maxFlex: 1 }, "quota-flex-order"],
  ])("a quota with %s", (_, changes, code) => {
    expect(wrong({ quotas: quotasWith(changes) })).toMatchObject([{ code, data: { feature: "age", value: "young" } }]);
  });

  test("a quota that comes twice, and none that only looks the same", () => {
    const quotas = [...aDrawRequest().quotas, aQuota("age", "young", [0, 4]), aQuota("place", "young", [0, 4])];
    expect(wrong({ quotas })).toEqual([{ code: "quota-doubled", data: { feature: "age", value: "young" } }]);
  });

  test.each([
    ["a feature", { place: "town" }, { code: "feature-missing", data: { id: "q", feature: "age" } }],
    ["a value", { age: " ", place: "town" }, { code: "value-missing", data: { id: "q", feature: "age" } }],
    [
      "a value with a quota",
      { age: "ancient", place: "town" },
      { code: "value-unknown", data: { id: "q", feature: "age", value: "ancient" } },
    ],
  ])("somebody without %s", (_, features, refusal) => {
    expect(wrong({ people: [...aDrawRequest().people, aDrawCandidate("q", features)] })).toEqual([refusal]);
  });

  test("words of the language are no features of anybody", () => {
    const quotas = [...aDrawRequest().quotas, aQuota("toString", "x", [0, 4])];
    expect(new Set(wrong({ quotas }).map(({ code }) => code))).toEqual(new Set(["feature-missing"]));
  });

  test("an id that comes twice, or that nobody has, or that is confirmed and excluded", () => {
    const people = [...aDrawRequest().people, ...aDrawRequest().people.slice(0, 1)];
    expect(wrong({ people })).toEqual([{ code: "person-doubled", data: { id: "p00" } }]);
    expect(wrong({ confirmedIds: ["x"], excludedIds: ["x", "y", "p01"] })).toEqual([
      { code: "person-unknown", data: { id: "x" } },
      { code: "person-unknown", data: { id: "y" } },
      { code: "person-confirmed-and-excluded", data: { id: "x" } },
    ]);
    expect(wrong({ confirmedIds: ["p01"], excludedIds: ["p01"] })).toEqual([
      { code: "person-confirmed-and-excluded", data: { id: "p01" } },
    ]);
  });

  test("is told all at once, each as if it were alone", () => {
    const changes: Partial<DrawRequest>[] = [
      { seats: 0 },
      { lottery: -1 },
      { quotas: quotasWith({ min: 3 }) },
      { people: [...aDrawRequest().people, aDrawCandidate("q", { age: "young", place: "moon" })] },
      { excludedIds: ["nobody"] },
    ];
    expect(wrong(Object.assign({}, ...changes))).toEqual(changes.flatMap(wrong));
  });

  test("an algorithm that is none is our mistake, not a person's", () => {
    expect(() => wrong({ algorithm: "random" as DrawAlgorithm })).toThrow(RangeError);
  });
});

test("values stand under their features in the order of the quotas", () => {
  expect([...valuesByFeature(aDrawRequest().quotas)].map(([feature, values]) => [feature, ...values])).toEqual([
    ["age", "young", "old"],
    ["place", "town", "country"],
  ]);
});
