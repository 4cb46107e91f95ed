import { expect, test } from "vitest";
import { emptyFloor } from "~/app/domain/deliberation/live-state";
import { participation } from "~/app/domain/testing/live";
import { heldPauses } from "../../testing/held-pauses";
import { aLiveState } from "../../testing/live-builders";
import { hasFloor, LOST_AFTER_MS, SpeakingLine } from "./speaking-line";

function line() {
  const pauses = heldPauses();
  const told: boolean[] = [];
  const speaking: SpeakingLine = new SpeakingLine(pauses, () => told.push(speaking.isLost));
  return { pauses, told, speaking };
}

test("L15: without a question of the server for three and a half seconds the line is lost, and back at the next", () => {
  const { pauses, told, speaking } = line();
  speaking.heard();
  expect(pauses.waiting).toEqual([LOST_AFTER_MS]);
  pauses.end();
  expect(told).toEqual([true]);
  speaking.heard();
  expect(told).toEqual([true, false]);
});

test("each question begins the wait anew, and nothing waits once nobody speaks", () => {
  const { pauses, told, speaking } = line();
  speaking.heard();
  speaking.heard();
  expect(pauses.waiting).toEqual([LOST_AFTER_MS]);
  speaking.stop();
  expect(pauses.waiting).toEqual([]);
  expect([speaking.isLost, told]).toEqual([false, []]);
});

test("a page speaks when one of its person's roles has the floor, in the plenary or in a group", () => {
  const turn = { turnId: "turn" as never, participationId: participation("jeanne"), startedAtMs: 0 };
  const floor = { ...emptyFloor, turn };
  expect(hasFloor(aLiveState({ as: "jeanne" }, { floor }))).toBe(true);
  expect(hasFloor(aLiveState({ as: "karim" }, { floor }))).toBe(false);
  const inGroup = { ...aLiveState({ as: "jeanne" }), groups: { ["g" as never]: { floor } as never } };
  expect([hasFloor(aLiveState({ as: "jeanne" })), hasFloor(inGroup)]).toEqual([false, true]);
});
