import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint";
import { type DrawnBefore, planDraw, planReplacement, pseudonymous, recordedInputs, requestFrom } from "./plan-draw";
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
    const planned = planReplacement(plan, [drawn("a", "accepted"), drawn("c", "declined")]);
    expect(planned).toMatchObject({
      ok: true,
      value: { vacant: 1, request: { confirmedIds: ["a"], excludedIds: ["c"] } },
    });
  });

  it("is refused while no seat is vacant, and for a seat that was already given away", () => {
    const full = planReplacement(plan, [drawn("a", "sent"), drawn("d", "prepared")]);
    expect(full).toMatchObject({ refusal: { code: "nothing-vacant" } });
    const given = planReplacement(plan, [drawn("c", "declined", true), drawn("a", "sent"), drawn("d", "sent")]);
    expect(given).toMatchObject({ refusal: { code: "nothing-vacant" } });
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
