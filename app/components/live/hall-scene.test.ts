import { expect, test } from "vitest";
import { aLiveState, aRound } from "~/realtime/testing/live-builders";
import type { GroupId } from "../../domain/kernel/ids";
import { hallScene } from "./hall-scene";

const second = "group-2" as GroupId;

test("before it is opened and after it is closed, the hall says so whatever else is known", () => {
  expect(hallScene(aLiveState({ as: "jeanne" }, { state: "planned" }), null).kind).toBe("before");
  expect(hallScene(aLiveState({ as: "jeanne" }, { state: "closed" }), null).kind).toBe("closed");
});

test("a member sits in their group, and a late member waits in the lobby", () => {
  const round = aRound({ jeanne: 1, karim: 2 });
  expect(hallScene(aLiveState({ as: "karim" }, { round }), null)).toEqual({
    kind: "group",
    groupId: second,
    visiting: false,
  });
  expect(hallScene(aLiveState({ as: "léa" }, { round }), null).kind).toBe("lobby");
});

test("only who may see every group visits one; a member stays where they are", () => {
  const round = aRound({ jeanne: 1 });
  const organiser = aLiveState({ as: "claire", role: "organiser" }, { round });
  expect(hallScene(organiser, second)).toEqual({ kind: "group", groupId: second, visiting: true });
  expect(hallScene(aLiveState({ as: "léa" }, { round }), second).kind).toBe("lobby");
  for (const none of ["__proto__", "constructor", "toString", "group-3"]) {
    expect(hallScene(organiser, none as GroupId).kind, none).not.toBe("group");
  }
});

test("a pause is a pause in the plenary", () => {
  const pause = { itemId: "item" as never, mode: "pause", minutes: 15, title: {}, prompt: {} } as const;
  expect(hallScene(aLiveState({ as: "jeanne" }, { agenda: [pause] }), null).kind).toBe("pause");
});
