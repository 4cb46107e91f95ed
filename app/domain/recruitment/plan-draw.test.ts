import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint";
import {
  type DrawnBefore,
  orderAlternates,
  planAlternates,
  planDraw,
  planReplacement,
  pseudonymous,
  recordedInputs,
  requestFrom,
} from "./plan-draw";
import { panelHolds } from "./recheck-panel";

const candidate = (id: string, age: string, household: string[] = []) => ({
  id,
  features: { age, secret: "x" },
  household,
});
const candidates = [
  candidate("c", "old", ["1 Rue A"]),
  candidate("a", "young", ["1 rue a "]),
  candidate("b", "young", [""]),
  candidate("d", "old", ["2 rue B"]),
];
const quotas = [
  { feature: "age", value: "young", min: 1, max: 1 },
  { feature: "age", value: "old", min: 1, max: 1 },
];
const plan = {
  people: pseudonymous(candidates, quotas),
  quotas,
  seats: 2,
  algorithm: "quick",
  seed: "seed",
} as const;
const drawn = (candidateId: string, state: DrawnBefore["state"], replaced = false): DrawnBefore => ({
  candidateId,
  state,
  deadlineMs: null,
  replaced,
});

describe("what is recorded of a draw", () => {
  it("has no address and no feature without quotas; people of one address share a number", () => {
    const { people, households } = planDraw(plan);
    expect(households).toBe(true);
    expect(people).toEqual([
      { id: "a", features: { age: "young" }, household: ["1"] },
      { id: "b", features: { age: "young" } },
      { id: "c", features: { age: "old" }, household: ["1"] },
      { id: "d", features: { age: "old" }, household: ["2"] },
    ]);
  });

  it("is the same text whatever the order of the rows, and gives the request back", () => {
    const text = recordedInputs(planDraw(plan));
    expect(recordedInputs(planDraw({ ...plan, people: pseudonymous([...candidates].reverse(), quotas) }))).toBe(text);
    expect(requestFrom(text)).toEqual(planDraw(plan));
  });

  it("has a fingerprint as other tools print it", () => {
    const hash = createHash("sha256").update("text");
    expect(fingerprint(hash.copy().digest("base64url"))).toBe(hash.digest("hex"));
  });
});

describe("a replacement", () => {
  it("keeps those who hold a seat or may take one, and excludes everybody who gave theirs up", () => {
    const planned = planReplacement(plan, { drawnBefore: [drawn("a", "accepted"), drawn("c", "declined")], round: 2 });
    expect(planned).toMatchObject({
      ok: true,
      value: { vacant: 1, request: { confirmedIds: ["a"], excludedIds: ["c"], seed: "seed replacement 2" } },
    });
  });

  it("is refused while no seat is vacant, and for a seat that was already given away", () => {
    const full = planReplacement(plan, { drawnBefore: [drawn("a", "sent"), drawn("d", "prepared")], round: 1 });
    expect(full).toMatchObject({ refusal: { code: "nothing-vacant" } });
    const drawnBefore = [drawn("c", "declined", true), drawn("a", "sent"), drawn("d", "sent")];
    const given = planReplacement(plan, { drawnBefore, round: 1 });
    expect(given).toMatchObject({ refusal: { code: "nothing-vacant" } });
  });
});

describe("alternates", () => {
  it("come from those never drawn, with the quotas in proportion", () => {
    const planned = planAlternates(plan, { drawnBefore: [drawn("a", "accepted"), drawn("c", "declined")], count: 1 });
    expect(planned).toMatchObject({ value: { request: { seats: 1, excludedIds: ["a", "c"], confirmedIds: [] } } });
    expect(planned.ok && planned.value.request.quotas.map(({ min, max }) => [min, max])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it("are at least one, and no more than there are seats or people left", () => {
    const drawnBefore = [drawn("a", "accepted"), drawn("c", "accepted"), drawn("d", "declined")];
    for (const count of [0, 2, 1.5]) {
      expect(planAlternates(plan, { drawnBefore, count })).toMatchObject({
        refusal: { code: "alternates-out-of-range", data: { most: 1 }, field: "count" },
      });
    }
  });

  it("stand in an order that the seed alone decides", () => {
    const ids = ["d", "b", "a", "c"];
    expect(orderAlternates(ids, "s")).toEqual(orderAlternates([...ids].reverse(), "s"));
    expect(orderAlternates(ids, "s")).toHaveLength(4);
    const orders = new Set(["1", "2", "3", "4", "5", "6"].map((seed) => orderAlternates(ids, seed).join()));
    expect(orders.size).toBeGreaterThan(2);
  });
});

describe("the second check of a panel", () => {
  const request = planDraw(plan);
  it("accepts what meets every rule", () => {
    expect(panelHolds(request, ["a", "d"])).toBe(true);
  });

  it("finds a wrong size, a stranger, a doubled person, a missed quota and a shared household", () => {
    for (const ids of [["a"], ["a", "z"], ["a", "a"], ["a", "b"], ["a", "c"]]) {
      expect(panelHolds(request, ids)).toBe(false);
    }
  });

  it("finds a confirmed person left out and an excluded one let in", () => {
    expect(panelHolds({ ...request, confirmedIds: ["b"] }, ["a", "d"])).toBe(false);
    expect(panelHolds({ ...request, excludedIds: ["d"] }, ["a", "d"])).toBe(false);
  });
});
