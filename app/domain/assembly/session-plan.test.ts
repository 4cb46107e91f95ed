import fc from "fast-check";
import { expect, test } from "vitest";
import { accept, accepted, refuse } from "../kernel/result";
import { type AgendaEdit, type AgendaItemPlan, checkChangeable, checkSession, editAgenda } from "./session-plan";

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

test("a session of sixteen hours is the longest, over midnight too", () => {
  const plan = { title: { fr: "Une nuit" }, place: "room", address: "" } as const;
  const startsAt = new Date("2026-03-14T18:00Z");
  expect(checkSession({ ...plan, startsAt, endsAt: new Date("2026-03-15T10:00Z") })).toEqual(accepted);
  const longer = { ...plan, startsAt, endsAt: new Date("2026-03-15T10:01Z") };
  expect(checkSession(longer)).toEqual(refuse("session-too-long", { hours: 16 }, "endsAt"));
});

test("a session and its items have a title in some language", () => {
  const at = { startsAt: new Date("2026-03-14T18:00Z"), endsAt: new Date("2026-03-14T19:00Z") };
  const missing = refuse("field-required", {}, "title");
  for (const title of [{}, { fr: " " }, { fr: "", en: "" }]) {
    expect(checkSession({ ...at, title, place: "room", address: "" })).toEqual(missing);
    expect(editAgenda(agenda, { kind: "add", id: "d", item: item("d", { title }) })).toEqual(missing);
    expect(editAgenda(agenda, { kind: "change", id: "a", item: item("a", { title }) })).toEqual(missing);
  }
  expect(checkSession({ ...at, title: { fr: "", en: "Evening" }, place: "room", address: "" })).toEqual(accepted);
});

test("an item that is not there is neither changed, moved nor removed", () => {
  const gone = refuse("agenda-item-unknown");
  expect(editAgenda(agenda, { kind: "change", id: "z", item: item("z") })).toEqual(gone);
  expect(editAgenda(agenda, { kind: "move", id: "z", by: 1 })).toEqual(gone);
  expect(editAgenda(agenda, { kind: "remove", id: "z" })).toEqual(gone);
});

test("an agenda has sixty items at most, and one of them may still be changed", () => {
  const full = Array.from({ length: 60 }, (_, at) => item(`${at}`));
  expect(editAgenda(full, { kind: "add", id: "one more", item: item("x") })).toEqual(
    refuse("agenda-too-long", { max: 60 }),
  );
  expect(editAgenda(full.slice(1), { kind: "add", id: "the last", item: item("x") }).ok).toBe(true);
  expect(editAgenda(full, { kind: "change", id: "0", item: item("y", { minutes: 480 }) }).ok).toBe(true);
});

test("only what is planned may be changed in the calendar", () => {
  expect(checkChangeable("planned")).toEqual(accepted);
  expect(checkChangeable("running")).toEqual(refuse("session-running"));
  expect(checkChangeable("closed")).toEqual(refuse("session-over"));
});

test("the last item that is removed leaves an empty agenda, to which items are added again", () => {
  expect(editAgenda([item("a")], { kind: "remove", id: "a" })).toEqual(accept([]));
  expect(order(editAgenda([], { kind: "add", id: "b", item: item("b") }))).toBe("b");
});

test("law: over any series of edits no item is lost, doubled or changed but by its own", () => {
  const anEdit = fc.record({
    kind: fc.constantFrom("add", "move-up", "move-down", "remove", "change"),
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    minutes: fc.constantFrom(0, 5, 10),
  });
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 20 }), (edits) => {
      let now: readonly (AgendaItemPlan & { readonly id: string })[] = agenda;
      for (const { kind, id, minutes } of edits) {
        if (kind === "add" && now.some((one) => one.id === id)) continue;
        const edit: AgendaEdit<string> =
          kind === "move-up" || kind === "move-down"
            ? { kind: "move", id, by: kind === "move-up" ? -1 : 1 }
            : kind === "remove"
              ? { kind, id }
              : { kind: kind === "add" ? "add" : "change", id, item: item(id, { minutes }) };
        const edited = editAgenda(now, edit);
        if (!edited.ok) continue;
        const others = (list: typeof now) => list.filter((one) => one.id !== id);
        expect(others(edited.value)).toEqual(others(now));
        expect(edited.value.filter((one) => one.id === id)).toHaveLength(kind === "remove" ? 0 : 1);
        now = edited.value;
      }
    }),
    { seed: 20261129, numRuns: 100 },
  );
});
