import { expect, test } from "vitest";
import { participation } from "~/app/domain/testing/live";
import { aLiveState, anAttendee, aRound } from "~/realtime/testing/live-builders";
import { emptyFloor } from "../../domain/deliberation/live-state";
import type { GroupId } from "../../domain/kernel/ids";
import { aroundTable, speakingTimes, tableName, tableRights } from "./group-roles";

const first = "group-1" as GroupId;
const round = aRound({ jeanne: 1, karim: 1, léa: 2 }, "inès");
const attendees = [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Léa", 3), anAttendee("Inès", null)];

test("the facilitator comes first around the table, then those seated there", () => {
  expect(aroundTable({ round, attendees }, first).all.map(({ name }) => name)).toEqual(["Inès", "Jeanne", "Karim"]);
});

test("a member keeps ideas but neither leads nor sees the cockpit", () => {
  const state = aLiveState({ as: "jeanne" }, { round, attendees });
  expect(tableRights(state, first)).toEqual({
    ownId: "jeanne",
    leads: false,
    seesCockpit: false,
    keepsIdeas: true,
  });
});

test("the facilitator leads, the technical assistant only sees, a guarantor does neither", () => {
  const as = (name: string, role: "facilitator" | "technical-assistant" | "guarantor") =>
    tableRights(aLiveState({ as: name, role }, { round, attendees }), first);
  expect(as("inès", "facilitator").leads).toBe(true);
  expect(as("tariq", "technical-assistant")).toMatchObject({
    leads: false,
    seesCockpit: true,
    keepsIdeas: false,
  });
  expect(as("garance", "guarantor")).toMatchObject({ leads: false, seesCockpit: false });
});

test("speaking times count the turn under way, and who has said nothing comes last", () => {
  const turn = { turnId: "turn" as never, participationId: participation("karim"), startedAtMs: 1000 };
  const spoken = { [participation("jeanne")]: { turns: 1, speakingTimeMs: 3000 } };
  const people = attendees.slice(0, 3);
  const times = speakingTimes({ ...emptyFloor, turn, spoken }, people, 6000);
  expect(times.map(({ attendee, turns, speakingTimeMs }) => [attendee.name, turns, speakingTimeMs])).toEqual([
    ["Karim", 1, 5000],
    ["Jeanne", 1, 3000],
    ["Léa", 0, 0],
  ]);
});

test("people are called by their first name, and by the whole of it where two share it", () => {
  const people = [{ name: "Léa Morel" }, { name: "Léa Petit" }, { name: "Karim Belhadj" }];
  expect(people.map((one) => tableName(one, people))).toEqual(["Léa Morel", "Léa Petit", "Karim"]);
});
