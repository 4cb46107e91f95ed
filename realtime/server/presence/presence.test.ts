import { expect, test } from "vitest";
import type { ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import { Presence } from "./presence";

const [session, one, two] = ["session", "one", "two"] as unknown as readonly [SessionId, SessionId, SessionId];
const [jeanne, karim] = ["jeanne", "karim"] as unknown as readonly [ParticipationId, ParticipationId];

test("whoever enters after their connection ended is not present", () => {
  const presence = new Presence(() => {});
  const attendance = presence.attend();
  attendance.end();
  attendance.enter(session, [jeanne]);
  expect(presence.present(session)).toEqual([]);
  presence.stop();
});

test("a participation is present while one of its connections is, in each session by itself", () => {
  const presence = new Presence(() => {});
  const [phone, laptop, other] = [presence.attend(), presence.attend(), presence.attend()];
  phone.enter(one, [jeanne]);
  laptop.enter(one, [jeanne]);
  laptop.enter(two, [jeanne]);
  other.enter(one, [karim]);
  phone.end();
  expect(presence.present(one)).toEqual([jeanne, karim]);
  laptop.leave(one);
  expect(presence.present(one)).toEqual([karim]);
  expect(presence.present(two)).toEqual([jeanne]);
  laptop.end();
  expect(presence.present(two)).toEqual([]);
  presence.stop();
});
