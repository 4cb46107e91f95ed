import { describe, expect, test } from "vitest";
import { anAttendee, aRound, group, participation } from "../testing/live";
import { groupsWithoutFacilitator, seatedIn, suggestedGroup, waitingInLobby } from "./watch-groups";

const attendees = [
  anAttendee("odette"),
  anAttendee("karim"),
  anAttendee("lea"),
  anAttendee("farid", "facilitator"),
  anAttendee("coralie", "co-facilitator"),
];
const here = (...names: string[]) => new Set(names.map(participation));
const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);

describe("who sits in a group", () => {
  test("is named in the order of the attendees, without who leads it", () => {
    const round = aRound({ g1: ["coralie", "karim", "odette"], g2: ["lea"] }, { g1: "farid" });
    expect(names(seatedIn({ round, attendees }, group("g1")))).toEqual(["odette", "karim", "coralie"]);
    expect(names(seatedIn({ round, attendees }, group("g2")))).toEqual(["lea"]);
  });

  test("is nobody in an empty group, in an unknown one, and where no round is open", () => {
    const round = aRound({ g1: [] });
    expect(seatedIn({ round, attendees }, group("g1"))).toEqual([]);
    expect(seatedIn({ round, attendees }, group("gone"))).toEqual([]);
    expect(seatedIn({ round: null, attendees }, group("g1"))).toEqual([]);
  });

  test("is nobody who has left the assembly, though their seat is still written down", () => {
    const round = aRound({ g1: ["odette", "gone"] });
    expect(names(seatedIn({ round, attendees }, group("g1")))).toEqual(["odette"]);
  });
});

describe("the lobby", () => {
  const round = aRound({ g1: ["odette"] });

  test("holds the members who are here and have no seat", () => {
    const waiting = waitingInLobby({ round, attendees }, here("odette", "karim", "farid", "coralie"));
    expect(names(waiting)).toEqual(["karim"]);
  });

  test("is empty while everybody is in the plenary", () => {
    expect(waitingInLobby({ round: null, attendees }, here("odette", "karim"))).toEqual([]);
  });
});

describe("the group that a late arrival is offered", () => {
  test("is the one with the fewest seated, then the one with the lowest number", () => {
    expect(suggestedGroup(aRound({ g1: ["a", "b"], g2: ["c"], g3: ["d"] }))?.groupId).toBe("g2");
    expect(suggestedGroup(aRound({ g1: ["a"], g2: [] }))?.groupId).toBe("g2");
    const reversed = aRound({ g1: ["a"], g2: ["b"] });
    expect(suggestedGroup({ ...reversed, groups: [...reversed.groups].reverse() })?.groupId).toBe("g1");
  });

  test("is none where no round is open, or it has no groups", () => {
    expect(suggestedGroup(null)).toBeNull();
    expect(suggestedGroup(aRound({}))).toBeNull();
  });
});

describe("groups that nobody leads at this moment", () => {
  const round = aRound({ g1: [], g2: [], g3: [] }, { g1: "farid", g2: "coralie" });

  test("have no facilitator, or one who is away", () => {
    const numbers = groupsWithoutFacilitator(round, here("farid")).map(({ number }) => number);
    expect(numbers).toEqual([2, 3]);
  });

  test("are none while everybody is in the plenary", () => {
    expect(groupsWithoutFacilitator(null, here())).toEqual([]);
  });
});
