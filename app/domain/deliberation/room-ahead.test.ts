import { describe, expect, test } from "vitest";
import { agendaItem, anAttendee, anEntry, aRound, aTurn, group, participation } from "../testing/live";
import type { SessionFact } from "./facts";
import { movedBy } from "./room-ahead";

const moved = (fact: SessionFact) => movedBy({ stream: "session:session" as `session:${never}`, ...fact });

describe("whom a fact moves to another room", () => {
  test("everybody, where a session begins, and where groups open or end", () => {
    expect(moved({ type: "session-started", payload: { itemId: agendaItem("talk"), itemEndsAtMs: 1 } })).toBe(
      "everybody",
    );
    const round = aRound({ g1: ["odette"] });
    expect(moved({ type: "round-opened", payload: round })).toBe("everybody");
    expect(moved({ type: "round-ended", payload: { roundId: round.roundId } })).toBe("everybody");
  });

  test("who is placed, and nobody else at either table", () => {
    const payload = { participationId: participation("odette"), groupId: group("g2"), leftGroupId: group("g1") };
    expect(moved({ type: "member-placed", payload })).toEqual(["odette"]);
  });

  test("who leads a group now, and who led it until then", () => {
    const assigned = (facilitatorId: string | null, formerId: string | null) =>
      moved({
        type: "facilitator-assigned",
        payload: {
          groupId: group("g1"),
          facilitatorId: facilitatorId === null ? null : participation(facilitatorId),
          formerId: formerId === null ? null : participation(formerId),
        },
      });
    expect(assigned("fanny", "farid")).toEqual(["fanny", "farid"]);
    expect(assigned(null, "farid")).toEqual(["farid"]);
    expect(assigned("fanny", null)).toEqual(["fanny"]);
  });

  test("nobody, where people speak, time passes or somebody comes in", () => {
    const still: SessionFact[] = [
      { type: "turn-asked", payload: anEntry("odette", 1) },
      { type: "turn-given", payload: aTurn("odette", 2) },
      { type: "item-extended", payload: { itemEndsAtMs: 9 } },
      { type: "item-stepped", payload: { itemId: agendaItem("rest"), itemEndsAtMs: 9 } },
      { type: "attendee-joined", payload: { attendee: anAttendee("late"), after: null } },
      { type: "session-closed", payload: { atMs: 3 } },
    ];
    for (const fact of still) expect(moved(fact), fact.type).toBeNull();
  });
});
