import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom, shuffled } from "../kernel/random";
import { householdKey } from "../sortition/household-key";
import { validateRequest } from "../sortition/validate-request";
import { aQuota } from "../testing/sortition";
import { basisText } from "./draw-basis";
import { holdsSeat, invitationStates } from "./invitation";
import {
  type DrawnBefore,
  type DrawPlan,
  orderAlternates,
  type PoolCandidate,
  planAlternates,
  planDraw,
  planReplacement,
  pseudonymous,
  recordedInputs,
  requestFrom,
  seatsKept,
} from "./plan-draw";

const quotas = [aQuota("age", "young", [0, 3]), aQuota("age", "old", [0, 3])];
const candidates = fc
  .array(
    fc.record({
      age: fc.constantFrom("young", "old"),
      street: fc.constantFrom("", "1 Rue A", "1 rue  a", "2 rue B", "Îlot 3", "ilot 3"),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((list) =>
    list.map(
      ({ age, street }, at): PoolCandidate => ({
        id: `p${at}`,
        features: { age, secret: `secret ${at}` },
        household: [street],
      }),
    ),
  );
const plans = candidates.map(
  (list): DrawPlan => ({
    people: pseudonymous(list, quotas),
    quotas,
    seats: Math.min(3, list.length),
    algorithm: "leximin",
    seed: "seed",
  }),
);
const histories = fc
  .uniqueArray(fc.tuple(fc.nat(8), fc.constantFrom(...invitationStates), fc.boolean()), {
    selector: ([at]) => at,
    maxLength: 5,
  })
  .map((list) =>
    list.map(([at, state, replaced]): DrawnBefore => ({ candidateId: `p${at}`, state, replaced, deadlineMs: null })),
  );

describe("people as a draw may know them", () => {
  it("share a number exactly where they share an address, and have no word of it", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const known = new Map(pseudonymous(list, quotas).map((person) => [person.id, person]));
        for (const one of list) {
          for (const other of list) {
            const [first, second] = [one, other].map(({ household }) => householdKey(household));
            const [ours, theirs] = [known.get(one.id), known.get(other.id)].map((person) => person?.household?.[0]);
            if (first !== undefined) expect(ours === theirs).toBe(first === second);
            else expect(ours).toBeUndefined();
          }
        }
        expect(JSON.stringify([...known.values()])).not.toMatch(/rue|lot|secret/i);
      }),
      { verbose: 1 },
    );
  });

  it("are the same people in the same order, whatever the order of the rows", () => {
    fc.assert(
      fc.property(candidates, fc.string(), (list, seed) => {
        const turned = shuffled(list, seededRandom(seed));
        expect(pseudonymous(turned, quotas)).toEqual(pseudonymous(list, quotas));
      }),
      { verbose: 1 },
    );
  });

  it("lack a feature that they have no value for, so that the draw refuses it", () => {
    const [person] = pseudonymous([{ id: "a", features: {}, household: [] }], quotas);
    expect(person).toEqual({ id: "a", features: {} });
  });
});

describe("a draw that is planned", () => {
  it("is recorded as one text, and given back from it", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const request = planDraw(plan);
        expect(requestFrom(recordedInputs(request))).toEqual(request);
        expect(recordedInputs(requestFrom(recordedInputs(request)))).toBe(recordedInputs(request));
        expect(validateRequest(request)).toEqual([]);
      }),
      { verbose: 1 },
    );
  });

  it("has another text when anything that decides it is another", () => {
    const plan: DrawPlan = {
      people: [{ id: "a", features: { age: "young" } }],
      quotas,
      seats: 1,
      algorithm: "leximin",
      seed: "s",
    };
    const others: Partial<DrawPlan>[] = [
      {},
      { seats: 2 },
      { seed: "t" },
      { algorithm: "nash" },
      { lottery: 1000 },
      { quotas: quotas.slice(1) },
      { people: [{ id: "a", features: { age: "old" } }] },
      { people: [{ id: "a", features: { age: "young" }, household: ["1"] }] },
    ];
    expect(new Set(others.map((other) => recordedInputs(planDraw({ ...plan, ...other })))).size).toBe(others.length);
  });

  it("counts households where anybody has an address", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(planDraw(plan).households).toBe(plan.people.some(({ household }) => household !== undefined));
      }),
      { verbose: 1 },
    );
  });
});

describe("seats that are filled again", () => {
  it("are kept by those who hold one, and everybody else who was drawn is out; nobody is both", () => {
    fc.assert(
      fc.property(histories, (drawnBefore) => {
        const { stayingIds, goneIds } = seatsKept(drawnBefore);
        expect([...stayingIds, ...goneIds].sort()).toEqual(drawnBefore.map(({ candidateId }) => candidateId).sort());
        expect(stayingIds).toEqual(
          drawnBefore
            .filter(holdsSeat)
            .map(({ candidateId }) => candidateId)
            .sort(),
        );
      }),
      { verbose: 1 },
    );
  });

  it("are still somebody's who was drawn twice and holds one", () => {
    const twice: DrawnBefore[] = [
      { candidateId: "a", state: "declined", replaced: true, deadlineMs: null },
      { candidateId: "a", state: "accepted", replaced: false, deadlineMs: null },
    ];
    expect(seatsKept(twice)).toEqual({ stayingIds: ["a"], goneIds: [] });
  });

  it("are as many as are vacant, or the replacement is refused", () => {
    fc.assert(
      fc.property(plans, histories, (plan, drawnBefore) => {
        const planned = planReplacement(plan, { drawnBefore, round: 1 });
        if (!planned.ok) {
          expect(planned.refusal).toEqual({ code: "nothing-vacant" });
          return;
        }
        const { request, vacant } = planned.value;
        expect(vacant).toBe(plan.seats - (request.confirmedIds?.length ?? 0));
        expect(vacant).toBeGreaterThan(0);
        expect(request.excludedIds?.filter((id) => request.confirmedIds?.includes(id))).toEqual([]);
      }),
      { verbose: 1 },
    );
  });
});

describe("alternates that are planned", () => {
  it("are never more than seats or people left, and nobody who was ever drawn", () => {
    fc.assert(
      fc.property(plans, histories, fc.integer({ min: -1, max: 6 }), (plan, drawnBefore, count) => {
        const before = drawnBefore.filter(({ candidateId }) => plan.people.some(({ id }) => id === candidateId));
        const most = Math.min(plan.seats, plan.people.length - before.length);
        const planned = planAlternates(plan, { drawnBefore: before, count });
        expect(planned.ok).toBe(count >= 1 && count <= most);
        if (!planned.ok) {
          expect(planned.refusal.data).toEqual({ most: Math.max(0, most) });
          return;
        }
        const { excludedIds = [] } = planned.value.request;
        expect(before.every(({ candidateId }) => excludedIds.includes(candidateId))).toBe(true);
      }),
      { verbose: 1 },
    );
  });

  it("stand in an order of all of them, in which each is first about equally often", () => {
    const ids = ["a", "b", "c", "d"];
    const first = new Map(ids.map((id) => [id, 0]));
    for (let seed = 0; seed < 400; seed++) {
      const order = orderAlternates(ids, `order ${seed}`);
      expect([...order].sort()).toEqual(ids);
      first.set(order[0] ?? "", (first.get(order[0] ?? "") ?? 0) + 1);
    }
    // 400 orders, a quarter each: 100, five deviations of 8.7.
    for (const times of first.values()) expect(Math.abs(times - 100)).toBeLessThan(44);
  });
});

describe("a situation that proposals were computed for", () => {
  it("is told apart by anything but order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom("a", "b", "c")),
        fc.uniqueArray(fc.constantFrom("d", "e")),
        (confirmed, excluded) => {
          const basis = { seats: 3, importBatch: null, quotas, confirmedIds: confirmed, excludedIds: excluded };
          const turned = { ...basis, confirmedIds: [...confirmed].reverse(), excludedIds: [...excluded].reverse() };
          expect(basisText(turned)).toBe(basisText(basis));
          if (confirmed.length > 0) expect(basisText({ ...basis, confirmedIds: [] })).not.toBe(basisText(basis));
        },
      ),
      { verbose: 1 },
    );
  });

  it("is the same with nobody seated as with nobody said to be", () => {
    const basis = { seats: 3, importBatch: "batch", quotas };
    expect(basisText({ ...basis, confirmedIds: [], excludedIds: [] })).toBe(basisText(basis));
  });
});
