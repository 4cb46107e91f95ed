import { DAY_MS } from "../kernel/clock";
import { accepted, type Result, refuse } from "../kernel/result";

export const TEAM_LINK_LIFE_MS = 14 * DAY_MS;

/** A team link as far as its life goes. */
export interface TeamLinkLife {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type TeamLinkState = "open" | "used" | "revoked" | "expired";

/** What became of a link: what people did with it counts before its date. */
export function teamLinkState({ expiresAt, usedAt, revokedAt }: TeamLinkLife, now: Date): TeamLinkState {
  if (usedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt.getTime() > now.getTime() ? "open" : "expired";
}

/** Whether a link may still be used. Refuses with `link-used`, `link-revoked`, `link-expired`. */
export function usableTeamLink(
  life: TeamLinkLife,
  now: Date,
): Result<undefined, "link-used" | "link-revoked" | "link-expired"> {
  const state = teamLinkState(life, now);
  return state === "open" ? accepted : refuse(`link-${state}`);
}
