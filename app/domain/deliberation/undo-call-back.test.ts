import { expect, test } from "vitest";
import type { AgendaItemId, RoundId } from "../kernel/ids";
import type { AgendaItem } from "./live-state";
import { roundToUndo, undoCallBack } from "./undo-call-back";

const [item, other] = ["item", "other"] as unknown as [AgendaItemId, AgendaItemId];
const [first, second] = ["first", "second"] as unknown as [RoundId, RoundId];

const agendaItem = (itemId: AgendaItemId, mode: AgendaItem["mode"]): AgendaItem => ({
  itemId,
  mode,
  minutes: 10,
  title: {},
  prompt: {},
});
const agenda = [agendaItem(item, "groups"), agendaItem(other, "groups")];

const back = {
  state: "running",
  agenda,
  currentItemId: item,
  round: null,
  lastRound: { roundId: first, agendaItemId: item },
} as const;

test("the round that was called back opens again within its item", () => {
  expect(roundToUndo(back)).toBe(first);
  expect(undoCallBack(back, first)).toEqual({ ok: true, value: first });
});

test("at another item, or after another round, it stays over", () => {
  const moved = { ...back, currentItemId: other };
  expect(roundToUndo(moved)).toBeNull();
  expect(undoCallBack(moved, first)).toMatchObject({ ok: false, refusal: { code: "round-over" } });
  expect(undoCallBack(back, second)).toMatchObject({ ok: false, refusal: { code: "round-over" } });
  expect(undoCallBack({ ...back, lastRound: null }, first)).toMatchObject({
    ok: false,
    refusal: { code: "round-over" },
  });
});

test("a session that does not run has nothing to go back to; a second click changes nothing", () => {
  expect(undoCallBack({ ...back, state: "closed" }, first)).toMatchObject({ refusal: { code: "session-not-running" } });
  const round = { roundId: first, ordinal: 1, agendaItemId: item, groups: [], seats: {} };
  expect(undoCallBack({ ...back, round }, first)).toEqual({ ok: true, value: null });
  expect(undoCallBack({ ...back, round }, second)).toMatchObject({ refusal: { code: "round-already-open" } });
});

test("an item held in plenary opens no groups again, nor does a session that is at no item", () => {
  expect(roundToUndo({ ...back, agenda: [agendaItem(item, "plenary")] })).toBeNull();
  const outside = { ...back, currentItemId: null, lastRound: { roundId: first, agendaItemId: null } };
  expect(roundToUndo(outside)).toBeNull();
});
