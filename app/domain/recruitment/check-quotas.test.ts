import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { plainReasons } from "../sortition/explain-infeasible";
import { groupPeople } from "../sortition/group-people";
import { validateRequest } from "../sortition/validate-request";
import { aDrawCandidate, aQuota } from "../testing/sortition";
import { checkQuotas, inPoolSpelling, mostQuotas, quotaField } from "./check-quotas";
import { countValues } from "./count-values";

const pool = countValues(
  ["age", "place"],
  [
    { age: "young", place: "town" },
    { age: "old", place: "town" },
    { age: "old", place: "country" },
  ],
);
const young = aQuota("age", "young", [0, 3]);
const old = aQuota("age", "old", [0, 3]);

describe("quotas that can be kept", () => {
  it("are those that fit seats and pool exactly", () => {
    const quotas = [aQuota("age", "young", [1, 1]), aQuota("age", "old", [2, 2])];
    expect(checkQuotas(quotas, { seats: 3, pool })).toEqual([]);
  });

  it("may ask for nobody of a value that nobody has, and leave out a feature of the pool", () => {
    expect(checkQuotas([young, old, aQuota("age", "gone", [0, 1])], { seats: 3, pool })).toEqual([]);
  });

  it("are as many as the form has lines", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => aQuota("age", `v${at}`, [0, 1]));
    expect(checkQuotas(many(mostQuotas), { seats: 3 })).toEqual([]);
    expect(checkQuotas(many(mostQuotas + 1), { seats: 3 })).toEqual([
      { code: "too-many-quotas", data: { most: mostQuotas } },
    ]);
    expect(checkQuotas([], { seats: 3, pool })).toEqual([{ code: "no-quotas" }]);
  });
});

describe("what is wrong with quotas", () => {
  it("stands beside the bound that is to be changed", () => {
    expect([quotaField(3, "min"), quotaField(0, "max")]).toEqual(["min.3", "max.0"]);
  });

  it("is a value that comes twice, in whatever spelling, beside the second", () => {
    expect(checkQuotas([young, old, aQuota("AGE", " Young ", [0, 3])], { seats: 3 })[0]).toEqual({
      code: "quota-doubled",
      data: { feature: "AGE", value: " Young " },
      field: "min.2",
    });
  });

  it.each([
    ["a flexible minimum over the minimum", { minFlex: 1 }],
    ["a flexible maximum under the maximum", { maxFlex: 2 }],
  ])("is %s", (_, flex) => {
    expect(checkQuotas([{ ...young, ...flex }, old], { seats: 3 })).toEqual([
      { code: "quota-flex-order", data: { feature: "age", value: "young", min: 0, max: 3 }, field: "min.0" },
    ]);
  });

  it("is a sum that no panel has, beside the first quota of its feature", () => {
    const quotas = [aQuota("place", "town", [0, 9]), aQuota("age", "young", [2, 2]), aQuota("age", "old", [2, 2])];
    expect(checkQuotas(quotas, { seats: 3 })).toEqual([
      { code: "minima-over-seats", data: { feature: "age", minima: 4, seats: 3 }, field: "min.1" },
    ]);
    expect(checkQuotas(quotas, { seats: 5 })).toEqual([
      { code: "maxima-under-seats", data: { feature: "age", maxima: 4, seats: 5 }, field: "max.1" },
    ]);
    expect(checkQuotas(quotas, { seats: 4 })).toEqual([]);
  });

  it("is a value that nobody has, or too few, with how many there are", () => {
    const quotas = [aQuota("age", "young", [2, 2]), aQuota("age", "old", [0, 2]), aQuota("age", "gone", [1, 1])];
    expect(checkQuotas(quotas, { seats: 4, pool })).toEqual([
      { code: "quota-unreachable", data: { feature: "age", value: "young", needed: 2, inPool: 1 }, field: "min.0" },
      { code: "quota-nobody", data: { feature: "age", value: "gone" }, field: "min.2" },
    ]);
  });

  it("is a feature that the pool does not know, and a value of the pool without a quota", () => {
    expect(checkQuotas([aQuota("height", "tall", [0, 3])], { seats: 3, pool })).toEqual([
      { code: "feature-not-in-pool", data: { feature: "height" }, field: "min.0" },
    ]);
    expect(checkQuotas([aQuota("age", "old", [0, 3])], { seats: 3, pool })).toEqual([
      { code: "value-without-quota", data: { feature: "age", value: "young", people: 1 } },
    ]);
  });
});

describe("quotas that were checked", () => {
  const bound = fc.integer({ min: 0, max: 4 });
  const line = fc.tuple(fc.constantFrom("age", "place"), fc.constantFrom("a", "b", "c"), bound, bound);
  const quotas = fc
    .uniqueArray(line, { maxLength: 6, selector: ([feature, value]) => `${feature} ${value}` })
    .map((list) => list.map(([feature, value, min, max]) => aQuota(feature, value, [min, max])));
  const people = fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom("a", "c")), {
    minLength: 4,
    maxLength: 9,
  });

  it("are wrong for the draw exactly where they are wrong here", () => {
    fc.assert(
      fc.property(quotas, people, fc.integer({ min: 1, max: 4 }), (list, values, seats) => {
        const candidates = values.map(([age, place], at) => aDrawCandidate(`p${at}`, { age, place }));
        const counted = countValues(
          ["age", "place"],
          candidates.map(({ features }) => features),
        );
        const here = checkQuotas(list, { seats, pool: counted }).map(({ code }) => code);
        const request = { people: candidates, quotas: list, seats, algorithm: "quick", seed: "" } as const;
        const bad = validateRequest(request);
        const badCodes = bad.map(({ code }) => code).filter((code) => code !== "value-unknown");
        expect(new Set(here.filter((code) => ["no-quotas", "quota-min-over-max"].includes(code)))).toEqual(
          new Set(badCodes),
        );
        expect(here.includes("value-without-quota")).toBe(bad.some(({ code }) => code === "value-unknown"));
        if (bad.length > 0) return;
        const reasons = plainReasons(request, groupPeople(request)).map(({ code }) => code);
        const same = here.map((code) => (code === "quota-nobody" ? "quota-unreachable" : code));
        expect([...reasons].sort()).toEqual([...same].sort());
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
});

test("quotas take the pool's spelling of what it knows, and keep their own otherwise", () => {
  const written = [aQuota("ÂGE", "OLD ", [1, 2]), aQuota("Age", "Ancient", [0, 1]), aQuota("Height", "Tall", [0, 1])];
  const spelt = inPoolSpelling(written, pool);
  expect(spelt.map(({ feature, value }) => [feature, value])).toEqual([
    ["age", "old"],
    ["age", "Ancient"],
    ["Height", "Tall"],
  ]);
  expect(spelt.map(({ min, max }) => [min, max])).toEqual(written.map(({ min, max }) => [min, max]));
  expect(inPoolSpelling(spelt, pool)).toEqual(spelt);
});

describe("values counted", () => {
  it("stand in the order people read them: numbers as numbers, accents where they belong", () => {
    const people = ["10", "9", "été", "eau", "zoo", "Étage"].map((value) => ({ v: value }));
    expect(countValues(["v"], people)[0]?.values.map(({ value }) => value)).toEqual([
      "9",
      "10",
      "eau",
      "Étage",
      "été",
      "zoo",
    ]);
  });

  it("count everybody who has a value once, feature by feature", () => {
    const value = fc.record({ a: fc.constantFrom("x", "y"), b: fc.constantFrom("1", "2") }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(value), (people) => {
        for (const { feature, values } of countValues(["a", "b"], people as Record<string, string>[])) {
          const sum = values.reduce((total, one) => total + one.people, 0);
          expect(sum).toBe(people.filter((person) => Object.hasOwn(person, feature)).length);
          expect(values.every((one) => one.people > 0)).toBe(true);
        }
      }),
      { verbose: 1 },
    );
  });

  it("know a feature that nobody has, and no word of the language for one", () => {
    expect(countValues(["toString", "__proto__"], [{}])).toEqual([
      { feature: "toString", values: [] },
      { feature: "__proto__", values: [] },
    ]);
  });
});
