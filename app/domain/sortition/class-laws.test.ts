import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled, uniformBelow } from "../kernel/random";
import { aDrawCandidate, aDrawRequest, aQuota } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { enumeratePanels, seatsPerClass } from "../testing/sortition-enumeration";
import type { DrawRequest } from "./draw-request";
import { countValues, groupPeople, type Pool } from "./group-people";
import { householdKey } from "./household-key";
import { panelRows } from "./panel-model";
import { quotaSides } from "./quota-sides";

const runs = process.env.LONG ? 1000 : 30;
/** Pools of so many people at most: few where panels are counted. */
const requestsOf = (most: number) =>
  fc
    .record({
      seed: fc.integer(),
      people: fc.integer({ min: 2, max: most }),
      seats: fc.integer({ min: 1, max: 6 }),
      features: fc.integer({ min: 1, max: 3 }),
      values: fc.integer({ min: 1, max: 3 }),
      sharing: fc.constantFrom(0, 5, 10),
    })
    .map(({ seed, ...size }): DrawRequest => {
      const random = seededRandom(`classes ${seed}`);
      const request = withChoices(aRandomRequest(random, size), random);
      // Some quotas that every panel meets, so that values are told apart no more.
      const quotas = request.quotas.map((quota) =>
        uniformBelow(random, 3) === 0 ? { ...quota, min: 0, max: size.seats } : quota,
      );
      return { ...request, quotas };
    });

function law(title: string, predicate: (request: DrawRequest, pool: Pool) => void, most = 30): void {
  const property = fc.property(requestsOf(most), (request) => predicate(request, groupPeople(request)));
  it(title, () => fc.assert(property, { numRuns: runs, verbose: 1 }));
}

const idsOf = (pool: Pool, people: readonly number[]): string[] => people.map((at) => pool.people[at]?.id ?? "");

describe("classes", () => {
  law("hold everybody once who may be drawn, and nobody else", (request, pool) => {
    const homeOf = (id: string) => householdKey(request.people.find((one) => one.id === id)?.household);
    const confirmedHomes = new Set((request.confirmedIds ?? []).flatMap((id) => homeOf(id) ?? []));
    const free = request.people.filter(({ id }) => {
      const isOut = request.confirmedIds?.includes(id) || request.excludedIds?.includes(id);
      return !isOut && !confirmedHomes.has(homeOf(id) ?? "nowhere");
    });
    const grouped = idsOf(
      pool,
      pool.classes.flatMap(({ members }) => members),
    );
    expect([...grouped].sort()).toEqual(free.map(({ id }) => id).sort());
    expect(idsOf(pool, pool.confirmed).sort()).toEqual([...(request.confirmedIds ?? [])].sort());
    expect(pool.confirmed.length + pool.barred.length + grouped.length).toBe(request.people.length);
  });

  law("are the same whatever the order of people and quotas", (request, pool) => {
    const random = seededRandom("turned");
    const turned = groupPeople({
      ...request,
      people: shuffled(request.people, random),
      quotas: shuffled(request.quotas, random),
    });
    expect(turned.classes).toEqual(pool.classes);
    expect(turned.patterns).toEqual(pool.patterns);
    const bare = (rules: Pool["rules"]) => rules.map(({ kind, classes, min, max }) => ({ kind, classes, min, max }));
    expect(bare(turned.rules)).toEqual(bare(pool.rules));
  });

  law(
    "hold people whom no quota tells apart: an exchange of two of one class keeps every panel a panel",
    (request, pool) => {
      for (const { members, pattern } of pool.classes) {
        const [one, other] = idsOf(pool, members);
        if (!one || !other || pattern !== undefined) continue;
        const swap = new Map([
          [one, other],
          [other, one],
        ]);
        const panels = enumeratePanels(request).map((panel) => [...panel].sort().join());
        const swapped = enumeratePanels(request).map((panel) =>
          panel
            .map((id) => swap.get(id) ?? id)
            .sort()
            .join(),
        );
        expect([...swapped].sort()).toEqual([...panels].sort());
        return;
      }
    },
    9,
  );

  law("can have one seat per household", (_, pool) => {
    for (const { members, cap, pattern } of pool.classes) {
      const homes = new Set(members.map((at) => householdKey(pool.people[at]?.household)));
      if (pattern === undefined) expect(cap).toBe(members.length);
      else {
        expect(homes.has(undefined)).toBe(false);
        expect(cap).toBe(homes.size);
        expect(cap).toBe(pool.patterns[pattern]?.households.length);
      }
    }
  });

  law("of one pattern come from households with as many residents of each", (_, pool) => {
    for (const { households, classes } of pool.patterns) {
      const kinds = households.map((residents) =>
        classes.map((at) => residents.filter((person) => pool.classes[at]?.members.includes(person)).length).join(),
      );
      expect(new Set(kinds).size).toBe(1);
      expect(households.every(({ length }) => length > 1)).toBe(true);
    }
  });
});

describe("rules", () => {
  law("ask of the seats to be drawn what the confirmed leave of each quota", (request, pool) => {
    for (const { kind, quota, min, max } of pool.rules) {
      if (kind !== "quota" || quota === undefined) continue;
      const { feature = "", value, min: least = 0, max: most = 0 } = request.quotas[quota] ?? {};
      const held = pool.confirmed.filter((at) => pool.people[at]?.features[feature] === value).length;
      expect([min, max]).toEqual([Math.max(0, least - held), most - held]);
      expect(pool.taken[quota]).toBe(held);
    }
  });

  law("begin with the seats, and count every class of a value", (request, pool) => {
    expect(pool.rules[0]).toMatchObject({ kind: "seats", min: pool.seats, max: pool.seats });
    expect(pool.seats).toBe(request.seats - (request.confirmedIds?.length ?? 0));
    for (const { kind, quota, classes } of pool.rules) {
      if (kind !== "quota" || quota === undefined) continue;
      const { feature = "", value } = request.quotas[quota] ?? {};
      const inside = pool.classes.flatMap(({ members }, at) =>
        members.some((person) => pool.people[person]?.features[feature] === value) ? [at] : [],
      );
      expect(classes).toEqual(inside);
    }
  });

  law(
    "that are left out bind nothing: the rows of the solver allow the same panels",
    (request, pool) => {
      const counts = new Set(seatsPerClass(pool, enumeratePanels(request)).map((panel) => panel.join()));
      for (const row of panelRows(pool)) {
        for (const panel of counts) {
          const seats = panel.split(",").map(Number);
          const inside = Array.from(row.columns).reduce((sum, at) => sum + (seats[at] ?? 0), 0);
          expect(row.lower <= inside && inside <= row.upper).toBe(true);
        }
      }
    },
    9,
  );

  law("that can clash are the sides that some number of seats misses", (_, pool) => {
    for (const { side, limit, room } of quotaSides(pool)) {
      if (side.bound === "min") expect(limit > 0 && limit <= side.seats).toBe(true);
      else expect(limit < pool.seats).toBe(true);
      expect(room).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("people without an address", () => {
  it("are listed where households count, and only there", () => {
    const people = [
      aDrawCandidate("a", { who: "any" }, ["1 Elm", "X"]),
      aDrawCandidate("b", { who: "any" }, ["1 Elm", " "]),
      aDrawCandidate("c", { who: "any" }, []),
      aDrawCandidate("d", { who: "any" }),
    ];
    const request = aDrawRequest({ people, quotas: [aQuota("who", "any", [0, 4])], seats: 2 });
    const known = groupPeople({ ...request, households: true });
    expect(idsOf(known, known.addressUnknown)).toEqual(["b", "c", "d"]);
    expect(groupPeople(request).addressUnknown).toEqual([]);
  });

  it("live alone: none of them is kept from a panel by another", () => {
    const people = ["a", "b", "c"].map((id) => aDrawCandidate(id, { who: "any" }, ["", "X"]));
    const pool = groupPeople(
      aDrawRequest({ people, quotas: [aQuota("who", "any", [0, 4])], seats: 2, households: true }),
    );
    expect(pool.classes.map(({ cap, pattern }) => [cap, pattern])).toEqual([[3, undefined]]);
  });
});

it("values are counted person by person, an unknown one under no name", () => {
  const people = [aDrawCandidate("a", { age: "young" }), aDrawCandidate("b", { age: "old" }), aDrawCandidate("c", {})];
  const counts = countValues(people, { of: [0, 1, 2, 1], features: ["age"] });
  expect([...(counts.get("age") ?? [])]).toEqual([
    ["young", 1],
    ["old", 2],
    ["", 1],
  ]);
});
