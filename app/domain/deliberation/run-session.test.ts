import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINUTE_MS } from "../kernel/clock";
import type { RoundId } from "../kernel/ids";
import { accept, refuse } from "../kernel/result";
import { agendaItem, anAgendaItem, aRound, aSession } from "../testing/live";
import { mayHoldGroups } from "./hold-groups";
import type { Round, SessionState } from "./live-state";
import { closeSession, extendItem, startSession, stepAgenda } from "./run-session";

const nowMs = 1_000_000;
const open = aRound({ g1: [], g2: [] });

const step = (to: string, round: Round | null, callBackRoundId: RoundId | null = null) =>
  stepAgenda(aSession({ round }), { fromItemId: agendaItem("talk"), toItemId: agendaItem(to), callBackRoundId }, nowMs);

describe("starting and ending", () => {
  test("a session begins with its first item, which lasts its minutes from now", () => {
    const agenda = [anAgendaItem("welcome", "plenary", 25), anAgendaItem("talk")];
    const planned = aSession({ state: "planned", agenda, currentItemId: null, itemEndsAtMs: null });
    expect(startSession(planned, nowMs)).toEqual(accept({ itemId: "welcome", itemEndsAtMs: nowMs + 25 * MINUTE_MS }));
  });

  test("a second click on start changes nothing; what is over does not begin again; nothing begins without an agenda", () => {
    expect(startSession(aSession(), nowMs)).toEqual(accept(null));
    expect(startSession(aSession({ state: "closed" }), nowMs)).toEqual(refuse("session-closed"));
    expect(startSession(aSession({ state: "planned", agenda: [] }), nowMs)).toEqual(refuse("agenda-empty"));
  });

  test("only what runs is ended, once", () => {
    expect(closeSession({ state: "running" })).toEqual(accept("close"));
    expect(closeSession({ state: "closed" })).toEqual(accept(null));
    expect(closeSession({ state: "planned" })).toEqual(refuse("session-not-running"));
  });
});

describe("stepping through the agenda", () => {
  test("an item begins when it is stepped to and lasts its minutes", () => {
    expect(step("write", null)).toEqual(
      accept({ itemId: "write", itemEndsAtMs: nowMs + 10 * MINUTE_MS, endedRoundId: null }),
    );
  });

  test("people stay at their tables from one item in groups to another, and in a pause", () => {
    for (const to of ["rest", "write"]) {
      expect(step(to, open)).toMatchObject({ ok: true, value: { endedRoundId: null } });
    }
  });

  test("a step to a plenary item ends the round that was seen, and is refused when another one is open", () => {
    expect(step("share", open, open.roundId)).toMatchObject({ ok: true, value: { endedRoundId: open.roundId } });
    for (const seen of [null, "before" as RoundId]) expect(step("share", open, seen)).toEqual(refuse("groups-open"));
  });

  test("a round that is over already hinders no step", () => {
    expect(step("share", null, open.roundId)).toMatchObject({ ok: true, value: { endedRoundId: null } });
  });

  test("a step to where the agenda is already changes nothing, even from a page that is behind", () => {
    const behind = { fromItemId: agendaItem("share"), toItemId: agendaItem("talk"), callBackRoundId: null };
    expect(stepAgenda(aSession(), behind, nowMs)).toEqual(accept(null));
  });

  test("is refused to an item that is not there, from an item where the agenda no longer is, and outside a running session", () => {
    expect(step("dance", null)).toEqual(refuse("agenda-item-unknown"));
    const behind = { fromItemId: agendaItem("rest"), toItemId: agendaItem("write"), callBackRoundId: null };
    expect(stepAgenda(aSession(), behind, nowMs)).toEqual(refuse("agenda-moved"));
    for (const state of ["planned", "closed"] as const) {
      expect(stepAgenda(aSession({ state }), behind, nowMs)).toEqual(refuse("session-not-running"));
    }
  });

  test("law: after any step no round is open during an item held in plenary", () => {
    const item = fc.constantFrom("talk", "rest", "write", "share").map(agendaItem);
    const asked = fc.record({
      fromItemId: item,
      toItemId: item,
      callBackRoundId: fc.constantFrom(null, open.roundId, "other" as RoundId),
    });
    fc.assert(
      fc.property(asked, fc.constantFrom(null, open), (seen, round) => {
        const session = aSession({ currentItemId: seen.fromItemId, round });
        const result = stepAgenda(session, seen, nowMs);
        if (!result.ok || !result.value) return;
        const left = result.value.endedRoundId === null ? round : null;
        const after = { agenda: session.agenda, currentItemId: seen.toItemId };
        expect(left === null || mayHoldGroups(after)).toBe(true);
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });
});

describe("where groups may sit", () => {
  const holds = (changes: Partial<SessionState>) => mayHoldGroups(aSession(changes));

  test("at an item in groups and in a pause, never in a plenary, at no item, or at one that is gone", () => {
    expect(["talk", "rest", "write"].map((name) => holds({ currentItemId: agendaItem(name) }))).toEqual([
      true,
      true,
      true,
    ]);
    expect(holds({ currentItemId: agendaItem("share") })).toBe(false);
    expect(holds({ currentItemId: null })).toBe(false);
    expect(holds({ currentItemId: agendaItem("deleted") })).toBe(false);
  });
});

describe("more time for everyone", () => {
  const extend = (itemEndsAtMs: number | null, seenEndsAtMs: number, state: SessionState["state"] = "running") =>
    extendItem({ state, itemEndsAtMs }, { seenEndsAtMs, minutes: 5 }, nowMs);

  test("comes after the end, or from now on where the item is over", () => {
    expect(extend(nowMs + 1, nowMs + 1)).toEqual(accept(nowMs + 1 + 5 * MINUTE_MS));
    expect(extend(nowMs, nowMs)).toEqual(accept(nowMs + 5 * MINUTE_MS));
    expect(extend(nowMs - 1, nowMs - 1)).toEqual(accept(nowMs + 5 * MINUTE_MS));
  });

  test("is given once to two who press at the same time", () => {
    const given = extend(nowMs + 1, nowMs + 1);
    expect(given.ok && given.value !== null && extend(given.value, nowMs + 1)).toEqual(accept(null));
  });

  test("is refused where nothing runs or nothing is timed", () => {
    expect(extend(nowMs, nowMs, "closed")).toEqual(refuse("session-not-running"));
    expect(extend(nowMs, nowMs, "planned")).toEqual(refuse("session-not-running"));
    expect(extend(null, nowMs)).toEqual(refuse("session-not-running"));
  });
});
