import { expect, test } from "vitest";
import type { RoomAhead } from "~/app/domain/deliberation/room-ahead";
import { type RoomOffer, takeOffer } from "./room-offer";
import type { VideoPlace } from "./video-room";

const plenary = { kind: "plenary", assemblyId: "a", sessionId: "s" } as unknown as VideoPlace;
const group = { ...plenary, kind: "group", groupId: "g" } as unknown as VideoPlace;
const way = { url: "ws://rooms", token: "t", maySend: "camera", participationId: "p", own: ["p"] };
const offer = (groupId: string | null): RoomOffer => ({
  ahead: { assemblyId: "a", sessionId: "s", groupId, ...way } as unknown as RoomAhead,
  heardAtMs: 1_000,
});

test("an offer is the way into its own place and no other", () => {
  expect(takeOffer(offer("g"), group, 1_500)).toEqual({ video: "on", ...way });
  expect(takeOffer(offer(null), plenary, 1_500)).toEqual({ video: "on", ...way });
  expect(takeOffer(offer("other"), group, 1_500)).toBeNull();
  expect(takeOffer(offer(null), group, 1_500)).toBeNull();
  expect(takeOffer(null, group, 1_500)).toBeNull();
});

test("an offer grows old from when the page heard of it: its token opens the room for two minutes", () => {
  expect(takeOffer(offer("g"), group, 61_000)).not.toBeNull();
  expect(takeOffer(offer("g"), group, 61_001)).toBeNull();
});
