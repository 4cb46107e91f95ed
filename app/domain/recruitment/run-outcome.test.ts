import fc from "fast-check";
import { expect, test } from "vitest";
import type { Refusal } from "../kernel/refusal";
import { drawSteps } from "../sortition/draw-control";
import { impossibleOf, type RunOutcome, refusalsOf, stoppedAtOf } from "./run-outcome";

const refusals = fc.array(fc.record({ code: fc.constantFrom("no-people", "no-quotas") }), { maxLength: 3 });
const impossible = fc.record({
  reasons: refusals as fc.Arbitrary<never[]>,
  clash: fc.constant([]),
  relaxations: fc.constant([]),
});
const stopped = fc.oneof(
  fc.constant({}),
  fc.record({ step: fc.constantFrom(...drawSteps), done: fc.nat(), of: fc.nat() }),
  fc.constant({ isUnanswered: true }),
);

test("a run that drew nobody ended in one way, and is read as that and as nothing else", () => {
  const ends: [fc.Arbitrary<RunOutcome>, (outcome: RunOutcome | null) => unknown][] = [
    [refusals as fc.Arbitrary<readonly Refusal[]>, refusalsOf],
    [impossible, impossibleOf],
    [stopped, stoppedAtOf],
  ];
  for (const [outcomes, own] of ends) {
    fc.assert(
      fc.property(outcomes, (outcome) => {
        for (const [, read] of ends) expect(read(outcome)).toEqual(read === own ? outcome : undefined);
        for (const [, read] of ends)
          expect(read(JSON.parse(JSON.stringify(outcome)) as RunOutcome)).toEqual(read(outcome));
      }),
      { numRuns: 40, verbose: 1 },
    );
  }
});

test("a run that has not ended, or drew somebody, is read as nothing", () => {
  expect([refusalsOf(null), impossibleOf(null), stoppedAtOf(null)]).toEqual([undefined, undefined, undefined]);
});
