import { expect, test } from "vitest";
import type { Actor } from "../assembly/actor";
import type { AssemblyScope } from "../assembly/permits";
import type { Role } from "../assembly/role";
import type { AssemblyId, ParticipationId, PersonId } from "../kernel/ids";
import { maySend } from "./may-send";

const assemblyId = "assembly" as AssemblyId;
const plenary: AssemblyScope = { assemblyId, openPhases: ["deliberation"] };
const self = "self" as ParticipationId;
const other = "other" as ParticipationId;

const someone = (...held: readonly Role[]): Actor => ({
  kind: "person",
  personId: "person" as PersonId,
  organiserOf: [],
  participations: held.map((role) => ({ participationId: self, assemblyId, role })),
});

test("in the plenary a member is heard during their turn, and seen before and after it", () => {
  const member = someone("member");
  expect(maySend(member, plenary, null)).toBe("camera");
  expect(maySend(member, plenary, { participationId: other })).toBe("camera");
  expect(maySend(member, plenary, { participationId: self })).toBe("camera-and-microphone");
});

test.each(["organiser", "facilitator", "co-facilitator", "expert", "technical-assistant"] as const)(
  "%s: heard in the plenary without a turn",
  (role) => {
    expect(maySend(someone(role), plenary, null)).toBe("camera-and-microphone");
    expect(maySend(someone("member", role), plenary, { participationId: other })).toBe("camera-and-microphone");
  },
);

test.each(["observer", "guarantor", "scrutineer"] as const)("%s: sends nothing, turn or not", (role) => {
  expect(maySend(someone(role), plenary, null)).toBe("nothing");
  expect(maySend(someone(role), plenary, { participationId: self })).toBe("nothing");
});

test("in a group whoever sits there is heard at any time, and nobody else sends anything", () => {
  const group = { facilitatorId: null, seated: [self] };
  expect(maySend(someone("member"), { ...plenary, group }, null)).toBe("camera-and-microphone");
  expect(maySend(someone("member"), { ...plenary, group: { ...group, seated: [other] } }, null)).toBe("nothing");
});

test("a turn opens no microphone in a phase where nobody meets, nor to visitors", () => {
  expect(maySend(someone("member"), { ...plenary, openPhases: ["publication"] }, { participationId: self })).toBe(
    "nothing",
  );
  expect(maySend({ kind: "visitor" }, plenary, { participationId: self })).toBe("nothing");
});
