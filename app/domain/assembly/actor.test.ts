import { describe, expect, test } from "vitest";
import type { AssemblyId, OrganisationId, ParticipationId, PersonId } from "../kernel/ids";
import { accept, refuse } from "../kernel/result";
import {
  deviceOwner,
  type HeldRole,
  inPerson,
  membershipIn,
  onlyInPerson,
  type PersonActor,
  rolesIn,
  system,
  visitor,
} from "./actor";
import type { Role } from "./role";

const [here, elsewhere] = ["here" as AssemblyId, "elsewhere" as AssemblyId];
const held = (role: Role, assemblyId = here): HeldRole => ({
  participationId: `${role} ${assemblyId}` as ParticipationId,
  assemblyId,
  role,
});
const odette: PersonActor = {
  kind: "person",
  personId: "odette" as PersonId,
  organiserOf: ["organisation" as OrganisationId],
  participations: [held("observer"), held("member"), held("member", elsewhere)],
};
/** Odette's own place, on a device that a card let in. */
const handedIn: PersonActor = { ...odette, only: held("member").participationId };

describe("who somebody is", () => {
  test("is themselves where they came in by a proof of their own", () => {
    expect(inPerson(odette)).toBe(odette);
    expect(onlyInPerson(odette)).toEqual(accept(odette));
  });

  test("is nobody for what only they may do, on a device that was let in by a card", () => {
    expect(inPerson(handedIn)).toBeNull();
    expect(onlyInPerson(handedIn)).toEqual(refuse("opens-one-seat"));
  });

  test("is nobody without sign-in, nor where the installation itself acts", () => {
    for (const actor of [visitor, system]) {
      expect(inPerson(actor)).toBeNull();
      expect(onlyInPerson(actor)).toEqual(refuse("sign-in-needed"));
    }
  });
});

describe("whose devices somebody ends", () => {
  test("all of the person's own; from a device that opens one seat, those of this seat only", () => {
    expect(deviceOwner(odette)).toEqual({ personId: "odette" });
    expect(deviceOwner(handedIn)).toEqual({ personId: "odette", only: "member here" });
  });
});

describe("roles in an assembly", () => {
  test("are those of this assembly only, in every role", () => {
    expect(rolesIn(odette, here).map(({ role }) => role)).toEqual(["observer", "member"]);
    expect(rolesIn(odette, elsewhere)).toEqual([held("member", elsewhere)]);
    expect(rolesIn(odette, "other" as AssemblyId)).toEqual([]);
  });

  test("are none for a visitor and for the installation", () => {
    expect([...rolesIn(visitor, here), ...rolesIn(system, here)]).toEqual([]);
  });

  test("a membership is found beside other roles, in its own assembly", () => {
    expect(membershipIn(odette, here)).toEqual(held("member"));
    expect(membershipIn({ ...odette, participations: [held("observer")] }, here)).toBeUndefined();
    expect(membershipIn(visitor, here)).toBeUndefined();
  });
});
