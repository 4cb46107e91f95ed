import { expect, test } from "vitest";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import { navItems } from "./nav-items";

const menuOf = (openPhase: PhaseKind, ...roles: readonly Role[]): string => {
  const held = roles.map((role) => ({ role, participationId: role as string as ParticipationId }));
  return navItems({ id: "here" as AssemblyId, roles: held, openPhases: [openPhase] })
    .map(({ name }) => name)
    .join(" ");
};

test("a member finds what the open phase lets them see, and nothing of the desk", () => {
  expect(menuOf("recruitment", "member")).toBe("home calendar");
  expect(menuOf("learning", "member")).toBe("home calendar learn questions");
  expect(menuOf("decision", "member")).toBe("home calendar learn questions recommendations votes");
});

test("a facilitator also finds the list of sessions", () => {
  expect(menuOf("deliberation", "facilitator")).toBe("home calendar learn questions sessions recommendations");
});

test("an organiser finds every page of the desk, and the votes once they can be prepared", () => {
  const desk = "desk calendar phase recruit draw invitations members team mails learningDesk";
  expect(menuOf("preparation", "organiser")).toBe(`${desk} sessions site journal settings`);
  expect(menuOf("drafting", "organiser")).toBe(
    `${desk} questions sessions recommendations votes site journal settings`,
  );
});

test("who watches finds what they check, and changes nothing", () => {
  expect(menuOf("recruitment", "guarantor")).toBe("desk calendar draw members sessions journal");
  expect(menuOf("recruitment", "scrutineer")).toBe("home calendar draw sessions journal");
});

test("whoever holds two roles finds each page once", () => {
  expect(menuOf("drafting", "member", "organiser").split(" ")).toEqual([
    ...new Set(menuOf("drafting", "member", "organiser").split(" ")),
  ]);
  expect(menuOf("drafting", "member", "organiser")).toMatch(/^desk home .*questions.*votes/);
});
