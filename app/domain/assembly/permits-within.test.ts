import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssemblyId, OrganisationId, ParticipationId, PersonId } from "../kernel/ids";
import { accepted, refuse } from "../kernel/result";
import { type PersonActor, system, visitor } from "./actor";
import { type AssemblyScope, mayOrganise, permits } from "./permits";
import { phaseKinds } from "./phase";
import { type Action, actions, rights } from "./rights";
import { type Role, roles } from "./role";

const here = "here" as AssemblyId;
const organisation = "organisation" as OrganisationId;
const idOf = (role: Role) => role as string as ParticipationId;
const someone = (...held: readonly Role[]): PersonActor => ({
  kind: "person",
  personId: "person" as PersonId,
  organiserOf: [],
  participations: held.map((role) => ({ participationId: idOf(role), assemblyId: here, role })),
});
const during = (more: Partial<AssemblyScope> = {}): AssemblyScope => ({
  assemblyId: here,
  openPhases: ["deliberation"],
  ...more,
});

describe("at a table", () => {
  const group = (facilitatorId: string | null, ...seated: string[]) =>
    during({ group: { facilitatorId: facilitatorId as ParticipationId | null, seated: seated as ParticipationId[] } });

  test("a co-facilitator belongs where they sit, as a facilitator does where they lead", () => {
    expect(permits(someone("co-facilitator"), "note.write", group(null, "co-facilitator"))).toEqual(accepted);
    expect(permits(someone("co-facilitator"), "turn.give-in-group", group("co-facilitator"))).toEqual(accepted);
    expect(permits(someone("co-facilitator"), "note.write", group("other"))).toEqual(refuse("not-your-group"));
  });

  test("a member who sits there does not lead it, and an observer does not enter it", () => {
    expect(permits(someone("member"), "group.lead", group(null, "member"))).toMatchObject({
      refusal: { code: "role-not-permitted" },
    });
    expect(permits(someone("observer"), "group.enter", group(null, "observer"))).toMatchObject({
      refusal: { code: "role-not-permitted" },
    });
  });

  test("who watches over the groups enters every one of them, and writes notes in none", () => {
    for (const role of ["organiser", "technical-assistant", "guarantor"] as const) {
      expect(permits(someone(role), "group.enter", group("other", "other"))).toEqual(accepted);
      expect(permits(someone(role), "note.write", group("other", role)).ok).toBe(false);
    }
  });

  test("a seat as a member helps a facilitator of another table to no lead here", () => {
    const both = someone("member", "facilitator");
    expect(permits(both, "note.write", group("other", "member"))).toEqual(accepted);
    expect(permits(both, "group.lead", group("other", "member"))).toEqual(refuse("not-your-group"));
  });

  test("a role that is over opens nothing: where nobody sits, no member writes", () => {
    expect(permits(someone("member"), "idea.keep", group(null))).toEqual(refuse("not-your-group"));
  });
});

describe("in a shared text", () => {
  const text = (locked: boolean, ...writers: string[]) =>
    during({ openPhases: ["drafting"], document: { locked, writers: writers as ParticipationId[] } });

  test("its authors and the facilitators write", () => {
    expect(permits(someone("member"), "recommendation.write", text(false, "member"))).toEqual(accepted);
    expect(permits(someone("facilitator"), "recommendation.write", text(false))).toEqual(accepted);
    expect(permits(someone("member"), "recommendation.write", text(false))).toEqual(refuse("not-your-group"));
  });

  test("what is locked is only unlocked, by an organiser", () => {
    expect(permits(someone("organiser"), "recommendation.unlock", text(true))).toEqual(accepted);
    expect(permits(someone("organiser"), "recommendation.lock", text(true))).toEqual(refuse("document-locked"));
    expect(permits(someone("facilitator"), "recommendation.unlock", text(true))).toMatchObject({
      refusal: { code: "role-not-permitted" },
    });
  });
});

describe("a refusal says the way out", () => {
  test("a phase that is not open names those in which it would be possible", () => {
    const early = during({ openPhases: ["learning"] });
    expect(permits(someone("member"), "vote.cast", early)).toEqual(
      refuse("phase-not-open", { action: "vote.cast", phases: ["decision"] }),
    );
  });

  test("a role that may never do it is told so first, whatever the phase", () => {
    for (const kind of phaseKinds) {
      expect(permits(someone("observer"), "vote.cast", during({ openPhases: [kind] }))).toEqual(
        refuse("role-not-permitted", { action: "vote.cast" }),
      );
    }
  });

  test("between two phases, when none is open, nobody does anything", () => {
    for (const action of actions) {
      expect(permits(someone(...roles), action, during({ openPhases: [] }))).toMatchObject({
        refusal: { code: "phase-not-open" },
      });
    }
  });
});

describe("preparing assemblies of an organisation", () => {
  test("is for its organisers and the installation itself", () => {
    expect(mayOrganise({ ...someone(), organiserOf: [organisation] }, organisation)).toEqual(accepted);
    expect(mayOrganise(system, organisation)).toEqual(accepted);
    expect(mayOrganise(visitor, organisation)).toEqual(refuse("sign-in-needed"));
  });

  test("is not for who organises another one, nor for an organiser of one assembly of it", () => {
    const other = { ...someone("organiser"), organiserOf: ["other" as OrganisationId] };
    expect(mayOrganise(other, organisation)).toEqual(refuse("role-not-permitted"));
  });
});

describe("laws of the gate", () => {
  const action = fc.constantFrom<Action>(...actions);
  const someRoles = fc.subarray([...roles]);
  const somePhases = fc.subarray([...phaseKinds]);

  test("the installation itself is never held up", () => {
    fc.assert(
      fc.property(action, somePhases, (asked, openPhases) => {
        const group = { facilitatorId: null, seated: [] };
        const scope = during({ openPhases, group, document: { locked: true, writers: [] } });
        expect(permits(system, asked, scope)).toEqual(accepted);
      }),
      { seed: 20261129 },
    );
  });

  test("one more role, or one more open phase, never takes anything away", () => {
    fc.assert(
      fc.property(action, fc.tuple(someRoles, someRoles), fc.tuple(somePhases, somePhases), (asked, held, open) => {
        const [few, many] = [held[0], [...new Set(held.flat())]];
        if (!permits(someone(...few), asked, during({ openPhases: open[0] })).ok) return;
        expect(permits(someone(...many), asked, during({ openPhases: open.flat() }))).toEqual(accepted);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });

  test("a group, a text or the notes of a table only ever narrow what is permitted", () => {
    const who = fc.subarray([...roles]).map((some) => some.map(idOf));
    const group = fc.record({ facilitatorId: fc.constantFrom(null, ...roles.map(idOf)), seated: who });
    const document = fc.record({ writers: who, locked: fc.boolean() });
    const notes = fc.record({
      sessionOver: fc.boolean(),
      readers: fc.constantFrom("table" as const, "members" as const),
    });
    const narrower = fc.record({ group, document, notes }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.tuple(action, someRoles), somePhases, narrower, ([asked, held], openPhases, more) => {
        if (!permits(someone(...held), asked, during({ openPhases, ...more })).ok) return;
        expect(permits(someone(...held), asked, during({ openPhases }))).toEqual(accepted);
      }),
      { seed: 20261201, numRuns: 400 },
    );
  });

  test("every action is somebody's, in some phase", () => {
    for (const one of actions) {
      expect(rights[one].to.length, one).toBeGreaterThan(0);
      expect(rights[one].during.length, one).toBeGreaterThan(0);
    }
  });
});
