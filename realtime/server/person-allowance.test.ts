import { expect, test } from "vitest";
import type { PersonId } from "~/app/domain/kernel/ids";
import { Allowances, Unread } from "./person-allowance";

const [odette, karim] = ["odette", "karim"] as PersonId[] as [PersonId, PersonId];

test("all pages of a person draw on one allowance, and nobody on another's", () => {
  const all = new Allowances();
  const [first, second, other] = [all.enter(odette, 0), all.enter(odette, 0), all.enter(karim, 0)];
  expect(first?.commands).toBe(second?.commands);
  expect(first?.frames).toBe(second?.frames);
  expect(other?.commands).not.toBe(first?.commands);
});

test("a person has eighty sockets at most, and one more when one has closed", () => {
  const all = new Allowances();
  const opened = Array.from({ length: 200 }, () => all.enter(odette, 0));
  expect(opened.filter((one) => one !== null)).toHaveLength(80);
  expect(all.enter(karim, 0)).not.toBeNull();
  all.leave(odette, 0);
  expect(all.enter(odette, 0)).not.toBeNull();
  expect(all.enter(odette, 0)).toBeNull();
});

test("who closes everything and comes back at once comes back to what is left; after a minute all is forgotten", () => {
  const all = new Allowances();
  const before = all.enter(odette, 0);
  all.leave(odette, 1_000);
  expect(all.enter(odette, 30_000)?.commands).toBe(before?.commands);
  all.leave(odette, 31_000);
  expect(all.enter(odette, 200_000)?.commands).not.toBe(before?.commands);
});

test("what waits for all pages of a person is counted together, until each is gone", () => {
  const { unread } = new Allowances().enter(odette, 0) ?? { unread: new Unread() };
  const stop = unread.count(() => 5);
  unread.count(() => 7);
  expect(unread.bytes).toBe(12);
  stop();
  expect(unread.bytes).toBe(7);
});
