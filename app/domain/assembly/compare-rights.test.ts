import { describe, expect, test } from "vitest";
import { compareRights } from "./compare-rights";
import { type PhaseKind, phaseKinds } from "./phase";
import { actions, rights } from "./rights";
import { roles } from "./role";

const ofRole = (role: (typeof roles)[number], before: readonly PhaseKind[], after: readonly PhaseKind[]) =>
  compareRights(before, after).find((change) => change.roles.includes(role));

describe("what a change of phases gives and takes", () => {
  test("nothing where the same phases stay open", () => {
    for (const kind of phaseKinds) expect(compareRights([kind], [kind])).toEqual([]);
  });

  test("the vote to members when the decision opens, and no longer the writing", () => {
    const change = ofRole("member", ["drafting"], ["decision"]);
    expect(change?.gains).toContain("vote.cast");
    expect(change?.losses).toContain("recommendation.write");
  });

  test("nothing is lost where the phase before stays open beside the new one", () => {
    const change = ofRole("member", ["deliberation"], ["deliberation", "drafting"]);
    expect(change?.losses ?? []).toEqual([]);
  });

  test("roles with the same change stand together, and none stands twice", () => {
    for (const before of phaseKinds) {
      for (const after of phaseKinds) {
        const changes = compareRights([before], [after]);
        const named = changes.flatMap(({ roles: some }) => some);
        expect(new Set(named).size).toBe(named.length);
        const seen = changes.map(({ gains, losses }) => `${gains.join()}|${losses.join()}`);
        expect(new Set(seen).size).toBe(seen.length);
      }
    }
  });

  test("law: back again takes what was given and gives what was taken", () => {
    for (const before of phaseKinds) {
      for (const after of phaseKinds) {
        const back = compareRights([after], [before]);
        expect(compareRights([before], [after])).toEqual(
          back.map(({ roles: some, gains, losses }) => ({ roles: some, gains: losses, losses: gains })),
        );
      }
    }
  });

  test("law: from no phase to every phase each role gains exactly what it may ever do", () => {
    for (const role of roles) {
      const ever = actions.filter((action) => (rights[action].to as readonly string[]).includes(role));
      expect(ofRole(role, [], phaseKinds)).toMatchObject({ gains: ever, losses: [] });
    }
  });
});
