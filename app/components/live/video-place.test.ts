import { expect, test } from "vitest";
import { aLiveState, aRound } from "~/realtime/testing/live-builders";
import { hallScene } from "./hall-scene";
import { videoPlace } from "./video-place";

const item = (mode: "plenary" | "groups" | "pause") =>
  ({ itemId: "item" as never, mode, minutes: 15, title: {}, prompt: {} }) as const;
const round = aRound({ jeanne: 1 });
const kindOf = (state: ReturnType<typeof aLiveState>) => videoPlace(state, hallScene(state, null))?.kind ?? null;

test("who sits in a group is in its room, and the others of the plenary in theirs", () => {
  expect(kindOf(aLiveState({ as: "jeanne" }, { round, agenda: [item("groups")] }))).toBe("group");
  expect(kindOf(aLiveState({ as: "jeanne" }, { agenda: [item("plenary")] }))).toBe("plenary");
});

test("during a break nobody is in a room, whoever still sits in a group neither", () => {
  expect(kindOf(aLiveState({ as: "jeanne" }, { round, agenda: [item("pause")] }))).toBeNull();
  expect(kindOf(aLiveState({ as: "jeanne" }, { agenda: [item("pause")] }))).toBeNull();
});

test("in the lobby, before and after the session nobody is in a room", () => {
  expect(kindOf(aLiveState({ as: "léa" }, { round, agenda: [item("groups")] }))).toBeNull();
  for (const state of ["planned", "closed"] as const)
    expect(kindOf(aLiveState({ as: "jeanne" }, { state }))).toBeNull();
});
