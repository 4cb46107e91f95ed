import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { calendarForm } from "./form";

const ID = "a".repeat(22);

const item = { intent: "item-add", version: "1", sessionId: ID, mode: "plenary", minutes: "15" };

const session = { intent: "session-add", startsAt: "2026-03-14T09:00", endsAt: "2026-03-14T12:00", place: "online" };

test.each([
  [{ ...session, startsAt: "" }, ["startsAt: field-required"]],
  [{ ...session, place: "moon" }, ["place: choice-invalid"]],
  [{ ...item, minutes: "ten" }, ["minutes: number-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(calendarForm, fields)).toEqual(wanted);
});
