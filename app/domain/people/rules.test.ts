import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParticipationId } from "../kernel/ids";
import { accepted, refuse } from "../kernel/result";
import { removeRole } from "./remove-role";
import { teamLinkState, usableTeamLink } from "./team-link";

const now = new Date("2026-03-14T09:00:00Z");
const later = new Date("2026-03-20T09:00:00Z");
const open = { expiresAt: later, usedAt: null, revokedAt: null };

test("a team link is open until it is used, revoked or over", () => {
  expect(teamLinkState(open, now)).toBe("open");
  expect(teamLinkState(open, later)).toBe("expired");
  expect(teamLinkState({ ...open, revokedAt: now }, later)).toBe("revoked");
  expect(teamLinkState({ ...open, usedAt: now, revokedAt: now }, later)).toBe("used");
  expect(usableTeamLink(open, later)).toEqual(refuse("link-expired"));
});

test("a link that is used, revoked or over is refused with what became of it", () => {
  expect(usableTeamLink(open, now)).toEqual(accepted);
  expect(usableTeamLink({ ...open, usedAt: now }, now)).toEqual(refuse("link-used"));
  expect(usableTeamLink({ ...open, revokedAt: now }, now)).toEqual(refuse("link-revoked"));
  expect(usableTeamLink(open, new Date(later.getTime() - 1))).toEqual(accepted);
});

const held = (id: string, role: "organiser" | "member" | "expert") => ({ id: id as ParticipationId, role });

test("the last organiser and members are not removed from the team", () => {
  const team = [held("a", "organiser"), held("b", "member"), held("c", "expert")];
  const remove = (id: string) => removeRole(team, id as ParticipationId);
  expect(remove("a")).toEqual(refuse("last-organiser"));
  expect(remove("b")).toEqual(refuse("not-found"));
  expect(remove("z")).toEqual(refuse("not-found"));
  expect(remove("c").ok).toBe(true);
  expect(removeRole([...team, held("d", "organiser")], "a" as ParticipationId).ok).toBe(true);
});

test("law: whoever is removed, in whatever order, an organiser is left, and every member", () => {
  const roles = fc.array(fc.constantFrom("organiser" as const, "member" as const, "expert" as const), { maxLength: 8 });
  fc.assert(
    fc.property(roles, fc.array(fc.nat(7), { maxLength: 16 }), (others, removed) => {
      let team = [held("first", "organiser"), ...others.map((role, at) => held(`${at}`, role))];
      const members = team.filter(({ role }) => role === "member");
      for (const at of removed) {
        const result = removeRole(team, team[at % team.length]?.id ?? ("" as ParticipationId));
        if (result.ok) team = team.filter((row) => row !== result.value);
      }
      expect(team.some(({ role }) => role === "organiser")).toBe(true);
      expect(team.filter(({ role }) => role === "member")).toEqual(members);
    }),
    { seed: 20261129 },
  );
});
