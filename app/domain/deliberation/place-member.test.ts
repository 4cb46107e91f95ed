import { describe, expect, test } from "vitest";
import { accept, refuse } from "../kernel/result";
import { anAttendee, aRound, group, participation } from "../testing/live";
import { assignFacilitator, moveMember, placeMember } from "./place-member";

const attendees = [
  anAttendee("odette"),
  anAttendee("karim"),
  anAttendee("late"),
  anAttendee("farid", "facilitator"),
  anAttendee("fanny", "facilitator"),
  anAttendee("coralie", "co-facilitator"),
  anAttendee("cosmo", "co-facilitator"),
  anAttendee("claire", "organiser"),
];
const round = aRound({ g1: ["odette", "coralie"], g2: ["karim"], g3: [] }, { g1: "farid", g3: "cosmo" });
const hall = { round, attendees };
const [g1, g2, g3] = [group("g1"), group("g2"), group("g3")];

describe("placing", () => {
  const place = (who: string, where = g1) => placeMember(hall, participation(who), where);

  test("gives a late member, or a co-facilitator, a seat; a second click changes nothing", () => {
    expect(place("late")).toEqual(accept("place"));
    expect(placeMember({ round: aRound({ g1: [] }), attendees }, participation("coralie"), g1)).toEqual(
      accept("place"),
    );
    expect(place("odette")).toEqual(accept(null));
  });

  test("never gives a second seat", () => {
    expect(place("karim")).toEqual(refuse("already-placed"));
  });

  test("is for those who sit at tables: not the team, not who leads a group, not a stranger", () => {
    for (const who of ["claire", "farid", "fanny", "cosmo", "stranger"]) {
      expect(place(who), who).toEqual(refuse("not-to-be-seated"));
    }
  });

  test("needs a round that is open and a group of it", () => {
    expect(placeMember({ ...hall, round: null }, participation("late"), g1)).toEqual(refuse("round-ended"));
    expect(place("late", group("of another round"))).toEqual(refuse("group-unknown"));
  });
});

describe("moving", () => {
  const move = (who: string, fromGroupId = g1, toGroupId = g2) =>
    moveMember(hall, participation(who), { fromGroupId, toGroupId });

  test("takes somebody from where they were seen to another group; who is there already stays", () => {
    expect(move("odette")).toEqual(accept("move"));
    expect(move("karim")).toEqual(accept(null));
    expect(move("odette", g1, g1)).toEqual(accept(null));
  });

  test("is refused when they no longer sit where they were seen, or sit nowhere", () => {
    expect(move("karim", g1, g3)).toEqual(refuse("already-moved"));
    expect(move("late", g1, g2)).toEqual(refuse("already-moved"));
  });

  test("is refused as placing is", () => {
    expect(move("claire")).toEqual(refuse("not-to-be-seated"));
    expect(move("odette", g1, group("gone"))).toEqual(refuse("group-unknown"));
    const over = { ...hall, round: null };
    expect(moveMember(over, participation("odette"), { fromGroupId: g1, toGroupId: g2 })).toEqual(
      refuse("round-ended"),
    );
  });
});

describe("who leads a group", () => {
  const assign = (who: string | null, where = g2) =>
    assignFacilitator(hall, where, who === null ? null : participation(who));

  test("is a facilitator or a co-facilitator, in place of another or of nobody, or nobody", () => {
    expect(assign("fanny")).toEqual(accept("assign"));
    expect(assign("fanny", g1)).toEqual(accept("assign"));
    expect(assign(null, g1)).toEqual(accept("assign"));
  });

  test("a second click changes nothing, whether somebody was assigned or taken away", () => {
    expect(assign("farid", g1)).toEqual(accept(null));
    expect(assign(null, g2)).toEqual(accept(null));
  });

  test("leads one group of a round: the refusal says which", () => {
    expect(assign("farid")).toEqual(refuse("facilitates-elsewhere", { number: 1 }));
    expect(assign("cosmo")).toEqual(refuse("facilitates-elsewhere", { number: 3 }));
  });

  test("may lead the group where they sit, and no other", () => {
    expect(assign("coralie", g1)).toEqual(accept("assign"));
    expect(assign("coralie", g2)).toEqual(refuse("seated-elsewhere"));
  });

  test("is no member, no organiser and no stranger", () => {
    for (const who of ["odette", "claire", "stranger"]) expect(assign(who), who).toEqual(refuse("not-a-facilitator"));
  });

  test("is asked of a group that is open", () => {
    expect(assign("fanny", group("gone"))).toEqual(refuse("group-unknown"));
    expect(assignFacilitator({ ...hall, round: null }, g1, null)).toEqual(refuse("round-ended"));
  });
});
