import { expect, test } from "vitest";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { SeenPerson } from "~/realtime/browser/video/video-room";
import { whoIsShown } from "./who-is-shown";

const id = (text: string) => text as ParticipationId;
const seen = (name: string, isMe = false): SeenPerson => ({
  participationId: id(name),
  name,
  isMe,
  speaking: false,
  microphoneOn: true,
  picture: null,
  frozen: false,
  lost: false,
});
const room = { people: [seen("me", true), seen("odette"), seen("karim")], heard: [] };

test("who has the floor is shown, whoever else is heard", () => {
  expect(whoIsShown({ ...room, heard: [id("karim")] }, id("odette"), null)).toBe("odette");
});

test("without a floor the loudest other is shown, and stays when it is quiet again", () => {
  expect(whoIsShown({ ...room, heard: [id("me"), id("karim")] }, null, null)).toBe("karim");
  expect(whoIsShown(room, null, id("karim"))).toBe("karim");
});

test("who has left gives way to somebody who is there, and an empty room shows nobody", () => {
  expect(whoIsShown(room, null, id("gone"))).toBe("odette");
  expect(whoIsShown({ people: [seen("me", true)], heard: [] }, null, null)).toBeNull();
});
