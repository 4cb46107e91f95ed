import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highsSolver } from "~/server/solver/highs-solver";
import { seededRandom, uniformBelow } from "../kernel/random";
import { type CheckableDraw, type CheckCode, checkDraw } from "../recruitment/check-draw";
import { lotteryFigures } from "../recruitment/draw-detail";
import { keepLottery } from "../recruitment/kept-lottery";
import { recordedInputs } from "../recruitment/plan-draw";
import { aDrawRequest, undisturbed } from "../testing/sortition";
import { aRandomRequest, withChoices } from "../testing/sortition-arbitraries";
import { drawPanel } from "./draw-panel";
import { type DrawAlgorithm, type DrawRequest, drawAlgorithms } from "./draw-request";
import type { DrawResult } from "./draw-result";
import type { Solver } from "./solver";

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

const hashes = {
  sha256: (text: string) => `#${text}`,
  lotteryHash: (panels: CheckableDraw["panels"], { seats }: DrawRequest) => JSON.stringify([seats, panels]),
};

/** What is given of a result to whoever may check it. */
function published(
  request: DrawRequest,
  { lottery, unreachableIds, excludedIds, drawnIds }: DrawResult,
): CheckableDraw {
  if (!lottery) throw new Error("no lottery");
  const kept = keepLottery(lottery, hashes.lotteryHash(lottery.panels, request));
  const {
    size,
    hash,
    place = 0,
    least = 0,
    leftOut = 0,
  } = lotteryFigures(kept, new Set([...unreachableIds, ...excludedIds]));
  const inputs = recordedInputs(request);
  return {
    format: "hemicycle-draw-1",
    ordinal: 1,
    kind: "first",
    at: "2026-03-14T08:45:00.000Z",
    stopped: null,
    inputs,
    inputsHash: hashes.sha256(inputs),
    lottery: { size, hash, place, least, leftOut },
    unreachableIds,
    drawnIds: drawnIds.filter((id) => !request.confirmedIds?.includes(id)),
    panels: lottery.panels,
  };
}

function drawn(request: DrawRequest): CheckableDraw | undefined {
  const outcome = drawPanel(request, solver, undisturbed);
  return outcome.status === "drawn" ? published(request, outcome.result) : undefined;
}
const codesOf = (draw: CheckableDraw): CheckCode[] => checkDraw(draw, hashes).problems.map(({ code }) => code);

describe("a draw of this project", () => {
  it("holds whoever checks it, by every algorithm, with people confirmed and excluded", () => {
    const requests = fc
      .record({ seed: fc.integer(), algorithm: fc.constantFrom<DrawAlgorithm>(...drawAlgorithms) })
      .map(({ seed, algorithm }) => {
        const random = seededRandom(`checked ${seed}`);
        const size = { people: 10, seats: 1 + uniformBelow(random, 4), features: 2, values: 3, sharing: 4 };
        return { ...withChoices(aRandomRequest(random, size), random), algorithm, lottery: 12 };
      });
    fc.assert(
      fc.property(requests, (request) => {
        const draw = drawn(request);
        if (!draw) return;
        const { problems, remarks, least } = checkDraw(draw, hashes);
        expect([problems, remarks]).toEqual([[], []]);
        expect(least).toBe(draw.lottery.least / 12);
      }),
      { numRuns: process.env.LONG ? 300 : 5, verbose: 1 },
    );
  }, 600_000);
});

describe("a draw that somebody changed afterwards", () => {
  const request = aDrawRequest({ lottery: 15, confirmedIds: ["p01"] });
  let own: CheckableDraw;
  beforeAll(() => {
    const found = drawn(request);
    if (!found) throw new Error("no draw");
    own = found;
  });
  const changedInputs = (changes: Partial<DrawRequest>): Partial<CheckableDraw> => ({
    inputs: recordedInputs({ ...request, ...changes }),
  });

  it("in any panel of the list, at any seat, is found by the list's fingerprint", () => {
    fc.assert(
      fc.property(fc.nat(14), fc.nat(3), fc.constantFrom(...request.people.map(({ id }) => id)), (panel, seat, id) => {
        if (own.panels[panel]?.[seat] === id) return;
        const panels = own.panels.map((ids, at) => (at === panel ? ids.with(seat, id) : ids));
        expect(codesOf({ ...own, panels })).toContain("lottery-changed");
      }),
      { numRuns: 60, verbose: 1 },
    );
  });

  it("in a panel beyond the rules is found by counting, with the first such panel, though the fingerprint were made anew", () => {
    const panels = own.panels.map((ids, at) => (at === 4 || at === 9 ? ids.slice(1) : ids));
    const lottery = { ...own.lottery, hash: hashes.lotteryHash(panels, request) };
    const { problems } = checkDraw({ ...own, panels, lottery }, hashes);
    expect(problems).toContainEqual({ code: "panel-misses-a-rule", data: { panel: 4 } });
    expect(problems.map(({ code }) => code)).not.toContain("lottery-changed");
  });

  it.each([
    ["the seed", { seed: "another" }],
    ["an algorithm", { algorithm: "quick" as const }],
    [
      "somebody's values",
      {
        people: request.people.map((one, at) => (at === 0 ? { ...one, features: { age: "old", place: "town" } } : one)),
      },
    ],
  ])("by %s of the inputs is found by their fingerprint", (_, changes) => {
    expect(codesOf({ ...own, ...changedInputs(changes) })).toContain("inputs-changed");
  });

  it("by somebody who was confirmed and is not any more is found in the panel", () => {
    const inputs = recordedInputs({ ...request, confirmedIds: [] });
    expect(codesOf({ ...own, inputs, inputsHash: hashes.sha256(inputs) })).toEqual(["drawn-are-not-the-panel"]);
  });

  it("to an empty list is found, and does not divide by nobody", () => {
    const checked = checkDraw({ ...own, panels: [] }, hashes);
    expect(checked.least).toBe(0);
    expect(checked.problems.map(({ code }) => code)).toEqual([
      "lottery-changed",
      "seed-names-another-panel",
      "drawn-are-not-the-panel",
      "counted-otherwise",
    ]);
  });

  it("in what is said of the counts is found, each figure by itself, with what was counted", () => {
    const { least, leftOut, size } = own.lottery;
    for (const figures of [{ least: least + 1 }, { leftOut: leftOut + 1 }, { size: size + 1 }])
      expect(checkDraw({ ...own, lottery: { ...own.lottery, ...figures } }, hashes).problems).toEqual([
        { code: "counted-otherwise", data: { least, leftOut, size } },
      ]);
  });

  it("by whom no panel can contain is found: they are left out of the count only where they are named", () => {
    const [named = ""] = own.drawnIds;
    const everybody = request.people.map(({ id }) => id);
    expect(codesOf({ ...own, unreachableIds: everybody.filter((id) => id !== named) })).toEqual(["counted-otherwise"]);
  });
});
