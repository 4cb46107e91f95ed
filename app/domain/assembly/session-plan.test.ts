import { expect, test } from "vitest";
import { type AgendaItemPlan, checkSession, editAgenda } from "./session-plan";

const item = (id: string, changes: Partial<AgendaItemPlan> = {}) => ({
  id,
  mode: "plenary" as const,
  minutes: 10,
  title: { fr: id },
  prompt: {},
  ...changes,
});
const agenda = [item("a"), item("b"), item("c")];
const order = (edited: ReturnType<typeof editAgenda<string>>) => edited.ok && edited.value.map(({ id }) => id).join("");

test("an item moves by one place and stops at the ends", () => {
  expect(order(editAgenda(agenda, { kind: "move", id: "b", by: -1 }))).toBe("bac");
  expect(order(editAgenda(agenda, { kind: "move", id: "b", by: 1 }))).toBe("acb");
  expect(order(editAgenda(agenda, { kind: "move", id: "a", by: -1 }))).toBe("abc");
  expect(order(editAgenda(agenda, { kind: "move", id: "c", by: 1 }))).toBe("abc");
});

test("an item is added at the end, changed in place, removed", () => {
  expect(order(editAgenda(agenda, { kind: "add", id: "d", item: item("d") }))).toBe("abcd");
  expect(editAgenda(agenda, { kind: "change", id: "b", item: item("b", { minutes: 45 }) })).toMatchObject({
    value: [{}, { id: "b", minutes: 45 }, {}],
  });
  expect(order(editAgenda(agenda, { kind: "remove", id: "b" }))).toBe("ac");
});

test("minutes are whole and between 1 and 480", () => {
  for (const minutes of [0, 481, 2.5, Number.NaN]) {
    expect(editAgenda(agenda, { kind: "add", id: "d", item: item("d", { minutes }) })).toMatchObject({
      refusal: { code: "minutes-out-of-range", field: "minutes" },
    });
  }
});

test("a session ends after it begins, within sixteen hours", () => {
  const plan = {
    title: { fr: "Une séance" },
    startsAt: new Date("2026-03-14T09:00Z"),
    place: "online",
    address: "",
  } as const;
  expect(checkSession({ ...plan, endsAt: new Date("2026-03-14T12:00Z") }).ok).toBe(true);
  expect(checkSession({ ...plan, endsAt: plan.startsAt })).toMatchObject({
    refusal: { code: "session-ends-before-start" },
  });
  expect(checkSession({ ...plan, endsAt: new Date("2026-03-15T12:00Z") })).toMatchObject({
    refusal: { code: "session-too-long" },
  });
});
