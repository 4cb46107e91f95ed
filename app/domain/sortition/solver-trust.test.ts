import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { type Random, seededRandom, uniformBelow } from "../kernel/random";
import { panelHolds } from "../recruitment/recheck-panel";
import { aDrawRequest, undisturbed } from "../testing/sortition";
import { aRandomRequest } from "../testing/sortition-arbitraries";
import { enumeratePanels } from "../testing/sortition-enumeration";
import type { DrawControl } from "./draw-control";
import { drawPanel } from "./draw-panel";
import { type DrawRequest, drawAlgorithms } from "./draw-request";
import { forecastDraw } from "./forecast-draw";
import type { LinearModel, Solution, Solver, SolverModel } from "./solver";

let honest: Solver;
beforeAll(async () => {
  honest = await highsSolver();
});

/** The solver, with its answers to models, or to small models, changed on their way. */
function between(solver: Solver, { answer = (one) => one, small = (one) => one }: Partial<Between>): Solver {
  return {
    open(model) {
      const opened = solver.open(model);
      // Methods live on the prototype: what is not named here is passed on.
      return new Proxy(opened, {
        get(target, key) {
          if (key === "solve") return (options: never) => answer(target.solve(options), model);
          const found: unknown = Reflect.get(target, key);
          return typeof found === "function" ? found.bind(target) : found;
        },
      });
    },
    solveSmall: (model) => small(solver.solveSmall(model)),
  };
}
interface Between {
  readonly answer: (solution: Solution, model: LinearModel) => Solution;
  readonly small: (values: Float64Array | undefined) => Float64Array | undefined;
}

/** Whole numbers with one of them changed now and then: a seat too many, a seat too few, or no number at all. */
function spoilt(values: Float64Array, random: Random): Float64Array {
  if (uniformBelow(random, 3) > 0) return values;
  const at = uniformBelow(random, values.length);
  const by = [1, -1, 0.5, Number.NaN][uniformBelow(random, 4)] ?? 1;
  return values.map((value, place) => (place === at ? value + by : value));
}

const request: DrawRequest = {
  ...aRandomRequest(seededRandom("trusted"), { people: 12, seats: 4, features: 3, values: 3, sharing: 4 }),
  lottery: 10,
};

describe("a solver that lies", () => {
  it("about whole numbers never gets a panel past the rules: the draw holds, or ends in an error", () => {
    let held = 0;
    for (const algorithm of drawAlgorithms) {
      for (const seed of algorithm === "leximin" ? ["a", "b", "c"] : ["a"]) {
        const random = seededRandom(`lies ${seed}`);
        const liar = between(honest, {
          answer: (solution, model) =>
            model.whole && "values" in solution ? { ...solution, values: spoilt(solution.values, random) } : solution,
          small: (values) => values && spoilt(values, random),
        });
        try {
          const outcome = drawPanel({ ...request, algorithm }, liar, undisturbed);
          if (outcome.status !== "drawn") throw new Error(outcome.status);
          expect(outcome.result.lottery?.panels.filter((panel) => !panelHolds(request, panel))).toEqual([]);
          expect(panelHolds(request, outcome.result.drawnIds)).toBe(true);
          held++;
        } catch (error) {
          expect(String(error)).toMatch(/misses a rule|solver|level/);
        }
      }
    }
    expect(held).toBeGreaterThan(0);
  });

  it("that finds no small answer at all is only slower: chances are the same", () => {
    const without = between(honest, { small: () => undefined });
    const [one, other] = [honest, without].map((solver) => drawPanel(request, solver, undisturbed));
    if (one?.status !== "drawn" || other?.status !== "drawn") throw new Error("no draw");
    for (const [id, chance] of one.result.probabilities)
      expect(other.result.probabilities.get(id)).toBeCloseTo(chance, 6);
    expect(other.result.lottery?.panels.filter((panel) => !panelHolds(request, panel))).toEqual([]);
  });

  it("that cannot say whether a panel exists is our mistake: nobody is told that there is none", () => {
    const clueless = between(honest, { answer: () => ({ status: "unknown" }), small: () => undefined });
    // Weights are all alike, so that no greedy panel answers first: old people of the town are few.
    const quotas = aDrawRequest().quotas.map((quota) => (quota.value === "young" ? { ...quota, min: 2 } : quota));
    const tight = aDrawRequest({ quotas, confirmedIds: ["p00"] });
    expect(() => drawPanel(tight, clueless, undisturbed)).toThrow(/solver/);
  });
});

describe("a solver", () => {
  /** Counts the models that are open. */
  function counted(): { solver: Solver; open: () => number; opened: () => number } {
    const open = new Set<SolverModel>();
    let opened = 0;
    const solver: Solver = {
      open(model) {
        const inner = honest.open(model);
        opened++;
        open.add(inner);
        return new Proxy(inner, {
          get(target, key) {
            if (key === "close") open.delete(inner);
            const found: unknown = Reflect.get(target, key);
            return typeof found === "function" ? found.bind(target) : found;
          },
        });
      },
      solveSmall: (model) => honest.solveSmall(model),
    };
    return { solver, open: () => open.size, opened: () => opened };
  }

  const impossible = aDrawRequest({
    quotas: aDrawRequest().quotas.map((quota) => (quota.value === "young" ? { ...quota, min: 3, max: 4 } : quota)),
  });
  const stopAfter = (questions: number): DrawControl => {
    let asked = 0;
    return { ...undisturbed, stopAsked: () => ++asked > questions };
  };

  it.each(drawAlgorithms)("is left without an open model by a draw, however it ends (%s)", (algorithm) => {
    const { solver, open, opened } = counted();
    drawPanel({ ...request, algorithm }, solver, undisturbed);
    drawPanel({ ...impossible, algorithm }, solver, undisturbed);
    for (const questions of [2, 20]) drawPanel({ ...request, algorithm }, solver, stopAfter(questions));
    drawPanel({ ...impossible, algorithm }, solver, stopAfter(1));
    expect([open(), opened() > 0]).toEqual([0, true]);
  });

  it("is left without an open model by a forecast, and by one that is stopped", () => {
    const { solver, open } = counted();
    forecastDraw(request, { solver, control: undisturbed });
    forecastDraw(impossible, { solver, control: undisturbed });
    for (const questions of [0, 1, 3, 6])
      expect(() => forecastDraw(request, { solver, control: stopAfter(questions) })).toThrow("stopped");
    expect(open()).toBe(0);
  });
});

describe("a draw", () => {
  it("does not depend on the clock: caps on its steps decide, never time", () => {
    let nowMs = 0;
    const hurried: DrawControl = { ...undisturbed, now: () => (nowMs += 60_000) };
    const [slow, quick] = [hurried, undisturbed].map((control) => drawPanel(request, honest, control));
    if (slow?.status !== "drawn" || quick?.status !== "drawn") throw new Error("no draw");
    const untimed = { ...slow.result, report: { ...slow.result.report, steps: quick.result.report.steps } };
    expect(untimed).toEqual(quick.result);
    expect(slow.result.report.steps.every(({ milliseconds }) => milliseconds >= 60_000)).toBe(true);
  });

  it("leaves what it was given as it was", () => {
    const frozen = deepFrozen(structuredClone(request));
    for (const algorithm of drawAlgorithms)
      expect(drawPanel({ ...frozen, algorithm }, honest, undisturbed).status).toBe("drawn");
    expect(frozen).toEqual(request);
  });

  it("takes any text for an id, a feature, a value or a seed", () => {
    const odd = ["__proto__", "constructor", "a\u0000b", '["x"]', "é", "e\u0301", "🌻", " "];
    const people = odd.map((id, at) => ({
      id,
      features: Object.fromEntries([
        ["__proto__", `${at % 2}`],
        ["\u001f", "v"],
      ]),
    }));
    const quotas = [
      { feature: "__proto__", value: "0", min: 1, max: 1 },
      { feature: "__proto__", value: "1", min: 2, max: 2 },
      { feature: "\u001f", value: "v", min: 0, max: 3 },
    ];
    const outcome = drawPanel(
      { people, quotas, seats: 3, algorithm: "leximin", seed: "\ud800", lottery: 12 },
      honest,
      undisturbed,
    );
    if (outcome.status !== "drawn") throw new Error(JSON.stringify(outcome));
    const { probabilities, drawnIds } = outcome.result;
    expect(odd.map((id) => Math.round((probabilities.get(id) ?? 0) * 1e6) / 1e6)).toEqual(
      odd.map((_, at) => (at % 2 === 0 ? 0.25 : 0.5)),
    );
    expect(
      enumeratePanels({ people, quotas, seats: 3, algorithm: "quick", seed: "" }).map((panel) =>
        [...panel].sort().join(),
      ),
    ).toContain([...drawnIds].sort().join());
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const held of Object.values(value)) deepFrozen(held);
    Object.freeze(value);
  }
  return value;
}
