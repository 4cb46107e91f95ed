import { beforeAll, describe, expect, it, test } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom } from "../kernel/random";
import { panelHolds } from "../recruitment/recheck-panel";
import { aDrawRequest, undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { type DrawProgress, DrawStopped, drawSteps, leaveIfStopped } from "./draw-control";
import { drawPanel } from "./draw-panel";
import { type DrawAlgorithm, drawAlgorithms } from "./draw-request";
import { drawnPlace } from "./drawn-place";
import { forecastDraw } from "./forecast-draw";
import { measureEquality } from "./measure-equality";
import type { Solver } from "./solver";
import { StepClock } from "./step-clock";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const size = { people: 14, seats: 4, features: 2, values: 3, sharing: 3 };
const request = { ...aRandomRequest(seededRandom("stopped 3"), size), lottery: 12 };

/** A run that is asked to stop after so many questions whether it should; counts the questions. */
function stoppedAfter(questions: number) {
  const run = { asked: 0, ...undisturbed, stopAsked: () => ++run.asked > questions };
  return run;
}

/** Some of the moments at which a run asks whether it should stop, the first and the last among them; all in the long run. */
function momentsOf(asked: number): number[] {
  if (process.env.LONG) return Array.from({ length: asked }, (_, at) => at);
  return [...new Set([0, 1, 0.5, 1].map((at, place) => Math.floor(place > 1 ? at * (asked - 1) : at)))]
    .filter((at) => at < asked)
    .sort((a, b) => a - b);
}

describe("a draw that is stopped", () => {
  it.each(drawAlgorithms.filter((algorithm) => algorithm !== "maximin"))(
    "at any moment says so, and what it had found holds like any other (%s)",
    (algorithm: DrawAlgorithm) => {
      const whole = stoppedAfter(Number.POSITIVE_INFINITY);
      expect(drawPanel({ ...request, algorithm }, solver, whole).status).toBe("drawn");
      let found = false;
      for (const moment of momentsOf(whole.asked)) {
        const outcome = drawPanel({ ...request, algorithm }, solver, stoppedAfter(moment));
        if (outcome.status !== "stopped") throw new Error(`${outcome.status} at ${moment}`);
        const { lottery, drawnIds, probabilities, unreachableIds, minProbability, proof } = outcome.result ?? {};
        // What was found at one moment is not lost by stopping later.
        expect([moment, lottery !== undefined]).toEqual([moment, found || lottery !== undefined]);
        if (!lottery) continue;
        found = true;
        expect(lottery.panels).toHaveLength(12);
        expect(lottery.panels.filter((panel) => !panelHolds(request, panel))).toEqual([]);
        expect(lottery.place).toBe(drawnPlace(request.seed, 12));
        expect(drawnIds).toEqual(lottery.panels[lottery.place]);
        const sum = [...(probabilities?.values() ?? [])].reduce((total, one) => total + one, 0);
        expect(sum).toBeCloseTo(request.seats, 6);
        const ids = request.people.map(({ id }) => id).filter((id) => !unreachableIds?.includes(id));
        expect(minProbability).toBe(measureEquality(ids.map((id) => probabilities?.get(id) ?? 0)).minimum);
        if (algorithm === "leximin" && proof)
          expect(minProbability).toBeGreaterThanOrEqual(proof.bound - proof.gap - 1e-6);
      }
    },
    600_000,
  );

  it("at once shows one panel, of which nothing is proven; and none where chances are not made equal", () => {
    const outcome = drawPanel({ ...request, lottery: 3 }, solver, stoppedAfter(0));
    if (outcome.status !== "stopped" || !outcome.result) throw new Error(outcome.status);
    expect([outcome.result.panels, outcome.result.proof]).toEqual([1, { exact: false, bound: 1, gap: 1 }]);
    expect(drawPanel({ ...request, algorithm: "quick" }, solver, stoppedAfter(0))).toEqual({ status: "stopped" });
  });

  it("while it looks for why it is impossible says that it was stopped, not that it is possible", () => {
    const quotas = aDrawRequest().quotas.map((quota) =>
      quota.value === "young" ? { ...quota, min: 3, max: 4 } : quota,
    );
    const impossible = aDrawRequest({ quotas });
    const whole = stoppedAfter(Number.POSITIVE_INFINITY);
    expect(drawPanel(impossible, solver, whole).status).toBe("infeasible");
    for (let moment = 0; moment < whole.asked; moment++)
      expect(drawPanel(impossible, solver, stoppedAfter(moment))).toEqual({ status: "stopped" });
  });

  it("as a forecast is left at once", () => {
    const whole = stoppedAfter(Number.POSITIVE_INFINITY);
    expect(forecastDraw(request, { solver, control: whole }).status).toBe("possible");
    for (let moment = 0; moment < Math.min(6, whole.asked); moment++)
      expect(() => forecastDraw(request, { solver, control: stoppedAfter(moment) })).toThrow(DrawStopped);
  });
});

describe("a draw that is watched", () => {
  it("tells its steps in order, each a known one, and bounds that are probabilities", () => {
    const told: DrawProgress[] = [];
    drawPanel(request, solver, { ...undisturbed, report: (progress) => told.push(progress) });
    expect(told[0]).toEqual({ step: "check" });
    expect(told.at(-1)?.step).toBe("deal");
    for (const { step, done, of, bound, gap } of told) {
      expect(drawSteps).toContain(step);
      if (done !== undefined && of !== undefined && step !== "equalise") expect(done).toBeLessThanOrEqual(of);
      for (const chance of [bound, gap]) if (chance !== undefined) expect(chance >= 0 && chance <= 1).toBe(true);
    }
  });

  it("counts the time of each step once, all of it, in the order in which they began", () => {
    let nowMs = 1000;
    const clock = new StepClock({ ...undisturbed, now: () => nowMs });
    expect(clock.steps()).toEqual([]);
    for (const [step, lasts] of [
      ["check", 5],
      ["equalise", 70],
      ["panels", 300],
      ["equalise", 20],
    ] as const) {
      clock.report({ step });
      nowMs += lasts;
      clock.report({ step, done: 1, of: 2 });
    }
    expect(clock.steps()).toEqual([
      { step: "check", milliseconds: 5 },
      { step: "equalise", milliseconds: 90 },
      { step: "panels", milliseconds: 300 },
    ]);
    nowMs += 7;
    expect(clock.steps().reduce((sum, { milliseconds }) => sum + milliseconds, 0)).toBe(nowMs - 1000);
    expect(clock.now()).toBe(nowMs);
  });
});

test("nobody leaves unless somebody asked to stop", () => {
  expect(() => leaveIfStopped(undisturbed)).not.toThrow();
  expect(() => leaveIfStopped(stoppedAfter(0))).toThrow(DrawStopped);
});
