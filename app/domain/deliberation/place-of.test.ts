import { describe, expect, test } from "vitest";
import type { Role } from "../assembly/role";
import { anAttendee, aRound, group, someMe } from "../testing/live";
import { groupsLed, groupsOf, placeOf, placeOfMe } from "./place-of";

const round = aRound({ g1: ["odette", "coralie"], g2: ["karim"] }, { g1: "farid" });
const place = (name: string, role: Role) => placeOf({ round }, anAttendee(name, role));

describe("where somebody is", () => {
  test("in the plenary while no round is open, whatever their role", () => {
    for (const role of ["member", "facilitator", "organiser"] as const) {
      expect(placeOf({ round: null }, anAttendee("odette", role))).toEqual({ kind: "plenary" });
    }
  });

  test("in the group where they sit, or that they lead", () => {
    expect(place("odette", "member")).toEqual({ kind: "group", groupId: "g1" });
    expect(place("coralie", "co-facilitator")).toEqual({ kind: "group", groupId: "g1" });
    expect(place("farid", "facilitator")).toEqual({ kind: "group", groupId: "g1" });
  });

  test("a member without a seat waits in the lobby; the team without a group stays in the plenary", () => {
    expect(place("late", "member")).toEqual({ kind: "lobby" });
    for (const role of ["facilitator", "co-facilitator", "expert", "organiser"] as const) {
      expect(place("spare", role)).toEqual({ kind: "plenary" });
    }
  });
});

describe("where a person of several roles is", () => {
  test("in a group if any of their roles has one, else in the lobby, else in the plenary", () => {
    const at = (...held: [string, Role][]) => placeOfMe(someMe(held), { round });
    expect(at(["late", "member"], ["farid", "facilitator"])).toEqual({ kind: "group", groupId: "g1" });
    expect(at(["spare", "organiser"], ["late", "member"])).toEqual({ kind: "lobby" });
    expect(at(["spare", "organiser"])).toEqual({ kind: "plenary" });
    expect(at()).toEqual({ kind: "plenary" });
  });
});

describe("the groups a person may enter", () => {
  test("are their own, each once", () => {
    expect(groupsOf(someMe([["odette", "member"]]), { round })).toEqual(["g1"]);
    const twice = someMe([
      ["odette", "member"],
      ["farid", "facilitator"],
    ]);
    expect(groupsOf(twice, { round })).toEqual(["g1"]);
    expect(groupsOf(someMe([["late", "member"]]), { round })).toEqual([]);
  });

  test("are all for who watches over the groups, and none while everybody is in the plenary", () => {
    const watcher = someMe([["gaelle", "guarantor"]], { seeEveryGroup: true });
    expect(groupsOf(watcher, { round })).toEqual([group("g1"), group("g2")]);
    expect(groupsOf(watcher, { round: null })).toEqual([]);
  });
});

describe("the groups whose calls for help come to a person", () => {
  test("are those that they lead, or help to lead from a seat", () => {
    expect(groupsLed(someMe([["farid", "facilitator"]]), { round })).toEqual(["g1"]);
    expect(groupsLed(someMe([["coralie", "co-facilitator"]]), { round })).toEqual(["g1"]);
    expect(groupsLed(someMe([["spare", "facilitator"]]), { round })).toEqual([]);
  });

  test("are none for a member, for those to whom every call comes, and outside a round", () => {
    expect(groupsLed(someMe([["odette", "member"]]), { round })).toEqual([]);
    expect(groupsLed(someMe([["farid", "facilitator"]], { answerHelp: true }), { round })).toEqual([]);
    expect(groupsLed(someMe([["farid", "facilitator"]]), { round: null })).toEqual([]);
  });

  test("law: nobody is called for a group that they may not enter", () => {
    const roles = ["member", "facilitator", "co-facilitator", "organiser"] as const;
    for (const name of ["odette", "karim", "coralie", "farid", "late"]) {
      for (const role of roles) {
        const me = someMe([[name, role]]);
        const entered = groupsOf(me, { round });
        expect(groupsLed(me, { round }).every((led) => entered.includes(led))).toBe(true);
      }
    }
  });
});
