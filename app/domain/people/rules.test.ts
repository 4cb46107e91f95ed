import { expect, test } from "vitest";
import type { ParticipationId } from "../kernel/ids";
import { refuse } from "../kernel/result";
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
