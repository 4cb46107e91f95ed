import { describe, expect, test } from "vitest";
import type { RoundId } from "../kernel/ids";
import { agendaItem, anAttendee, anEntry, aRound, aSession, aTurn, group, participation } from "../testing/live";
import type { SessionFact } from "./facts";
import type { SessionState } from "./live-state";
import { reduceSession } from "./reduce-session";

function hear(state: SessionState, ...facts: readonly SessionFact[]): SessionState {
  return facts.reduce((known, fact) => {
    const next = reduceSession(known, fact);
    if (!next) throw new Error(`${fact.type} is not known`);
    return next;
  }, state);
}

describe("the course of a session", () => {
  test("begins at an item with an end, steps, is given more time, and is over without one", () => {
    const planned = aSession({ state: "planned", currentItemId: null, itemEndsAtMs: null });
    const begun = hear(planned, {
      type: "session-started",
      payload: { itemId: agendaItem("talk"), itemEndsAtMs: 10 },
    });
    expect(begun).toEqual({ ...planned, state: "running", currentItemId: "talk", itemEndsAtMs: 10 });
    const stepped = hear(begun, { type: "item-stepped", payload: { itemId: agendaItem("rest"), itemEndsAtMs: 20 } });
    expect(stepped).toEqual({ ...begun, currentItemId: "rest", itemEndsAtMs: 20 });
    const longer = hear(stepped, { type: "item-extended", payload: { itemEndsAtMs: 30 } });
    expect(longer).toEqual({ ...stepped, itemEndsAtMs: 30 });
    expect(hear(longer, { type: "session-closed", payload: { atMs: 25 } })).toEqual({
      ...longer,
      state: "closed",
      itemEndsAtMs: null,
    });
  });

  test("the plenary's floor hears what is said there, and nothing else moves", () => {
    const session = aSession();
    const asked = hear(session, { type: "turn-asked", payload: anEntry("odette", 1) });
    expect(asked).toEqual({ ...session, floor: { ...session.floor, queue: [anEntry("odette", 1)] } });
    const spoken = hear(
      asked,
      { type: "turn-given", payload: aTurn("odette", 5) },
      { type: "floor-closed", payload: { atMs: 9 } },
    );
    expect(spoken.floor).toEqual({ queue: [], turn: null, spoken: { odette: { turns: 1, speakingTimeMs: 4 } } });
  });

  test("who joins, leaves or is renamed is in the list of attendees", () => {
    const session = aSession({ attendees: [anAttendee("odette")] });
    const attendee = anAttendee("karim");
    const joined = hear(session, { type: "attendee-joined", payload: { attendee, after: participation("odette") } });
    expect(joined.attendees).toEqual([anAttendee("odette"), attendee]);
    const renamed = hear(joined, {
      type: "attendee-renamed",
      payload: { participationId: participation("odette"), name: "Odette M." },
    });
    expect(renamed.attendees[0]).toEqual({ ...anAttendee("odette"), name: "Odette M." });
    const left = hear(renamed, { type: "attendee-left", payload: { participationId: participation("odette") } });
    expect(left.attendees).toEqual([attendee]);
  });
});

describe("groups", () => {
  const round = aRound({ g1: ["odette"], g2: ["karim"] }, { g1: "farid" });
  const opened = hear(aSession(), { type: "round-opened", payload: round });

  test("a round that opens is the last one too, and stays the last one when it ends", () => {
    expect([opened.round, opened.lastRound]).toEqual([round, { roundId: "round", agendaItemId: "talk" }]);
    const ended = hear(opened, { type: "round-ended", payload: { roundId: round.roundId } });
    expect([ended.round, ended.lastRound]).toEqual([null, opened.lastRound]);
  });

  test("the end of another round ends nothing", () => {
    expect(hear(opened, { type: "round-ended", payload: { roundId: "before" as RoundId } })).toBe(opened);
  });

  test("a call back that is undone leaves the session exactly as it was before it", () => {
    const ended = hear(opened, { type: "round-ended", payload: { roundId: round.roundId } });
    expect(hear(ended, { type: "round-opened", payload: round })).toEqual(opened);
  });

  test("somebody who is placed sits there, and no longer where they were", () => {
    const moved = hear(opened, {
      type: "member-placed",
      payload: { participationId: participation("odette"), groupId: group("g2"), leftGroupId: group("g1") },
    });
    expect(moved.round?.seats).toEqual({ odette: "g2", karim: "g2" });
    const placed = hear(moved, {
      type: "member-placed",
      payload: { participationId: participation("late"), groupId: group("g1"), leftGroupId: null },
    });
    expect(placed.round?.seats).toEqual({ odette: "g2", karim: "g2", late: "g1" });
  });

  test("a group is led by whom it was given to last, or by nobody; the others keep theirs", () => {
    const assign = (state: SessionState, groupId: string, facilitatorId: string | null) =>
      hear(state, {
        type: "facilitator-assigned",
        payload: {
          groupId: group(groupId),
          facilitatorId: facilitatorId === null ? null : participation(facilitatorId),
          formerId: null,
        },
      });
    const leads = (state: SessionState) => state.round?.groups.map(({ facilitatorId }) => facilitatorId);
    const given = assign(opened, "g2", "fanny");
    expect(leads(given)).toEqual(["farid", "fanny"]);
    expect(leads(assign(given, "g1", null))).toEqual([null, "fanny"]);
  });

  test("a seat or a lead that is told after the round is over changes nothing", () => {
    const over = hear(opened, { type: "round-ended", payload: { roundId: round.roundId } });
    const facts: SessionFact[] = [
      {
        type: "member-placed",
        payload: { participationId: participation("odette"), groupId: group("g2"), leftGroupId: null },
      },
      { type: "facilitator-assigned", payload: { groupId: group("g1"), facilitatorId: null, formerId: null } },
    ];
    for (const fact of facts) expect(hear(over, fact)).toBe(over);
  });
});

test("a fact that this page does not know asks for the snapshot", () => {
  expect(reduceSession(aSession(), { type: "session-danced" } as unknown as SessionFact)).toBeNull();
});
