import { expect, test } from "vitest";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import { type Connection, takenSeats } from "./seats";

type Made = Connection<string, string>;
const id = (text: string) => text as ParticipationId;

/** Odette's laptop, unless said otherwise. */
const connection = (change: Partial<Made> = {}): Made => ({
  identity: "odette.laptop",
  participationId: id("odette"),
  name: "Odette",
  isHere: false,
  joinedAtMs: 1,
  speaking: false,
  microphoneOn: true,
  picture: "laptop's picture",
  frozen: false,
  voice: "laptop's voice",
  lost: false,
  ...change,
});
const phone = (change: Partial<Made> = {}): Made =>
  connection({
    identity: "odette.phone",
    joinedAtMs: 2,
    picture: "phone's picture",
    voice: "phone's voice",
    ...change,
  });
const nobody = new Set<ParticipationId>();

test("phone and laptop of one person are one seat, with the picture and the voice of the one that came last", () => {
  for (const both of [
    [connection(), phone()],
    [phone(), connection()],
  ]) {
    expect(takenSeats(both, nobody)).toEqual([
      expect.objectContaining({ participationId: "odette", picture: "phone's picture", voice: "phone's voice" }),
    ]);
  }
});

test("a device without a camera, or with a closed microphone, leaves picture and voice to the other", () => {
  const quiet = phone({ picture: null, microphoneOn: false });
  expect(takenSeats([connection(), quiet], nobody)).toEqual([
    expect.objectContaining({ picture: "laptop's picture", voice: "laptop's voice", microphoneOn: true }),
  ]);
});

test("one's own other device is never played, and its picture stands on one's own seat", () => {
  const here = connection({ isHere: true, picture: null, voice: null });
  expect(takenSeats([here, phone()], nobody)).toEqual([
    expect.objectContaining({ isMe: true, voice: null, picture: "phone's picture" }),
  ]);
});

test("one's own other role on another device is never played either", () => {
  const here = connection({ isHere: true });
  const asFacilitator = phone({ participationId: id("odette as facilitator") });
  const seats = takenSeats([here, asFacilitator], new Set([id("odette"), id("odette as facilitator")]));
  expect(seats.map(({ isMe, voice }) => ({ isMe, voice }))).toEqual([
    { isMe: true, voice: null },
    { isMe: true, voice: null },
  ]);
});

test("oneself comes first, and the others keep their voices", () => {
  const karim = connection({ participationId: id("karim"), name: "Karim", joinedAtMs: 9 });
  const seats = takenSeats([karim, connection({ isHere: true })], nobody);
  expect(seats.map(({ name, isMe, voice }) => [name, isMe, voice])).toEqual([
    ["Odette", true, null],
    ["Karim", false, "laptop's voice"],
  ]);
});

test("a picture that stands still gives way to another device's, and is known for what it is where there is none", () => {
  const frozen = phone({ frozen: true });
  expect(takenSeats([connection(), frozen], nobody)).toEqual([
    expect.objectContaining({ picture: "laptop's picture", frozen: false }),
  ]);
  expect(takenSeats([frozen], nobody)).toEqual([expect.objectContaining({ picture: "phone's picture", frozen: true })]);
});

test("a person is lost when all of their devices are", () => {
  const lost = (...both: readonly boolean[]) =>
    takenSeats([connection({ lost: both[0] === true }), phone({ lost: both[1] === true })], nobody)[0]?.lost;
  expect([lost(true, true), lost(true, false), lost(false, false)]).toEqual([true, false, false]);
});
