import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { type Random, seededRandom, uniformBelow } from "../kernel/random";
import { answerInvitation, holdsSeat, isVacant } from "../recruitment/invitation";
import {
  type DrawnBefore,
  type DrawPlan,
  orderAlternates,
  planAlternates,
  planDraw,
  planReplacement,
  pseudonymous,
} from "../recruitment/plan-draw";
import { panelHolds } from "../recruitment/recheck-panel";
import { undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { drawPanel } from "./draw-panel";
import type { DrawRequest } from "./draw-request";
import { householdKey } from "./household-key";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const plans = fc
  .record({
    seed: fc.integer(),
    people: fc.integer({ min: 8, max: 24 }),
    seats: fc.integer({ min: 2, max: 5 }),
    values: fc.integer({ min: 2, max: 3 }),
    sharing: fc.constantFrom(0, 4),
  })
  .map(({ seed, ...size }) => {
    const random = seededRandom(`rounds ${seed}`);
    const { people, quotas, seats } = aRandomRequest(random, { ...size, features: 2 });
    const candidates = people.map((person) => ({ ...person, household: person.household ?? [] }));
    // A seat of room on each side, so that some rounds succeed.
    const wide = quotas.map((quota) => ({ ...quota, min: Math.max(0, quota.min - 1), max: quota.max + 1 }));
    const plan: DrawPlan = {
      people: pseudonymous(candidates, wide),
      quotas: wide,
      seats,
      algorithm: "quick",
      seed: `${seed}`,
      lottery: 0,
    };
    return { plan, random };
  });

const numRuns = process.env.LONG ? 300 : 5;

function drawnIds(request: DrawRequest): readonly string[] | undefined {
  const outcome = drawPanel(request, solver, undisturbed);
  return outcome.status === "drawn" ? outcome.result.drawnIds : undefined;
}

const invited = (candidateId: string): DrawnBefore => ({
  candidateId,
  state: "sent",
  deadlineMs: null,
  replaced: false,
});

/** Everybody who was asked answers, by lot; who has accepted may leave again. */
function answered(drawn: readonly DrawnBefore[], random: Random): DrawnBefore[] {
  return drawn.map((one) => {
    const answer = uniformBelow(random, 3) === 0 ? "declined" : "accepted";
    if (one.state === "accepted" && uniformBelow(random, 6) === 0) return { ...one, state: "withdrawn" };
    if (one.state !== "sent") return one;
    const given = answerInvitation(one, answer, { means: "link", nowMs: 0 });
    return given.ok && given.value.changed ? { ...one, state: answer } : one;
  });
}

/** Rounds of declining and drawing anew, until nobody declines, nobody can be drawn, or a few rounds are over. */
function recruit(
  plan: DrawPlan,
  random: Random,
  watch: (drawn: readonly DrawnBefore[], round: number) => void,
): DrawnBefore[] {
  let drawn = (drawnIds(planDraw(plan)) ?? []).map(invited);
  for (let round = 1; round <= 6; round++) {
    drawn = answered(drawn, random);
    watch(drawn, round);
    const planned = planReplacement(plan, { drawnBefore: drawn, round });
    if (!planned.ok) break;
    const panel = drawnIds(planned.value.request);
    if (!panel) break;
    const kept = drawn.map((one) => (isVacant(one) ? { ...one, replaced: true } : one));
    const known = new Set(kept.filter(holdsSeat).map(({ candidateId }) => candidateId));
    drawn = [...kept, ...panel.filter((id) => !known.has(id)).map(invited)];
    watch(drawn, round);
    expect(panelHolds(planDraw(plan), panel)).toBe(true);
  }
  return drawn;
}

describe("round after round of declines", () => {
  it("nobody holds two seats, nobody who gave one up is drawn again, and never are more seats held than there are", () => {
    fc.assert(
      fc.property(plans, ({ plan, random }) => {
        recruit(plan, random, (drawn) => {
          const holding = drawn.filter(holdsSeat);
          expect(holding.length).toBeLessThanOrEqual(plan.seats);
          expect(new Set(drawn.map(({ candidateId }) => candidateId)).size).toBe(drawn.length);
        });
      }),
      { numRuns, verbose: 1 },
    );
  }, 600_000);

  it("ends with a whole panel that meets the first draw's rules, where the last round left no seat vacant", () => {
    fc.assert(
      fc.property(plans, ({ plan, random }) => {
        const drawn = recruit(plan, random, () => undefined);
        const holding = drawn.filter(holdsSeat).map(({ candidateId }) => candidateId);
        if (holding.length < plan.seats) return;
        expect(panelHolds(planDraw(plan), holding)).toBe(true);
        expect(planReplacement(plan, { drawnBefore: drawn, round: 9 })).toMatchObject({
          refusal: { code: "nothing-vacant" },
        });
      }),
      { numRuns, verbose: 1 },
    );
  }, 600_000);

  it("leaves alternates who were never drawn, live with nobody of the panel, and stand in one order", () => {
    fc.assert(
      fc.property(plans, ({ plan, random }) => {
        const drawn = recruit(plan, random, () => undefined);
        const planned = planAlternates(plan, { drawnBefore: drawn, count: 1 });
        if (!planned.ok) return;
        const alternates = drawnIds(planned.value.request);
        if (!alternates) return;
        const homeOf = new Map(plan.people.map(({ id, household }) => [id, householdKey(household)]));
        for (const id of alternates) {
          expect(drawn.map(({ candidateId }) => candidateId)).not.toContain(id);
          for (const { candidateId } of drawn)
            if (homeOf.get(id) !== undefined) expect(homeOf.get(candidateId)).not.toBe(homeOf.get(id));
        }
        expect([...orderAlternates(alternates, plan.seed)].sort()).toEqual([...alternates].sort());
      }),
      { numRuns, verbose: 1 },
    );
  }, 600_000);
});
