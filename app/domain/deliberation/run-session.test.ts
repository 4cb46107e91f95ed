import { expect, test } from "vitest";
import type { AgendaItemId, RoundId } from "../kernel/ids";
import type { AgendaItem, Round } from "./live-state";
import { stepAgenda } from "./run-session";

const item = (name: string, mode: AgendaItem["mode"]): AgendaItem => ({
  itemId: name as AgendaItemId,
  mode,
  minutes: 10,
  title: {},
  prompt: {},
});
const agenda = [item("talk", "groups"), item("rest", "pause"), item("write", "groups"), item("share", "plenary")];
const open: Round = { roundId: "round" as RoundId, ordinal: 1, agendaItemId: null, groups: [], seats: {} };

const step = (to: string, round: Round | null, callBackRoundId: RoundId | null = null) =>
  stepAgenda(
    { state: "running", agenda, currentItemId: "talk" as AgendaItemId, itemEndsAtMs: 0, round },
    { fromItemId: "talk" as AgendaItemId, toItemId: to as AgendaItemId, callBackRoundId },
    0,
  );

test("people stay at their tables from one item in groups to another, and in a pause", () => {
  for (const to of ["rest", "write"]) expect(step(to, open)).toMatchObject({ ok: true, value: { endedRoundId: null } });
});

test("a step to a plenary item ends the round that was seen, and is refused when another one is open", () => {
  expect(step("share", open, open.roundId)).toMatchObject({ ok: true, value: { endedRoundId: open.roundId } });
  for (const seen of [null, "before" as RoundId]) {
    expect(step("share", open, seen)).toMatchObject({ ok: false, refusal: { code: "groups-open" } });
  }
});

test("a round that is over already hinders no step", () => {
  expect(step("share", null, open.roundId)).toMatchObject({ ok: true, value: { endedRoundId: null } });
});
