import type { Actor } from "../assembly/actor";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../kernel/clock";

/** A member's device stays signed in for the life of an assembly: each visit moves the end, a year at most. */
export const DEVICE_LIFE_MS = 365 * DAY_MS;
/** Whoever organises or belongs to a team can change what others rely on: their device ends when it was not used for this long. */
export const TEAM_DEVICE_UNUSED_MS = 30 * DAY_MS;
/** How long a proof of who somebody is counts for what is grave: a working day, however late it ends. */
export const PROOF_LIFE_MS = 12 * HOUR_MS;
/** How long a repeated sign-in (a double click, a lost answer) is answered with the same device. */
export const SIGN_IN_REPEAT_MS = 10 * MINUTE_MS;

type Roles = Actor & { readonly kind: "person" };

/** Whether a person organises, or holds any role but a member's. */
export function isOfTeam({ organiserOf, participations }: Pick<Roles, "organiserOf" | "participations">): boolean {
  return organiserOf.length > 0 || participations.some(({ role }) => role !== "member");
}

interface DeviceSeen {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** When a device ends that nobody uses from now on: by the roles of now, so that a role given later counts. */
export function deviceEndsAt({ lastSeenAt, expiresAt }: DeviceSeen, ofTeam: boolean): Date {
  const unused = lastSeenAt.getTime() + TEAM_DEVICE_UNUSED_MS;
  return ofTeam && unused < expiresAt.getTime() ? new Date(unused) : expiresAt;
}

/** When a device ends that is used now. */
export function deviceEndsAfterUse(now: Date, ofTeam: boolean): Date {
  return new Date(now.getTime() + (ofTeam ? TEAM_DEVICE_UNUSED_MS : DEVICE_LIFE_MS));
}

/**
 * Whether the person has proved lately who they are (by a mailed code or link, the set-up, a team link). Who has no address cannot be
 * asked again: their one proof counts as long as the device, so that the only organiser of an assembly is never locked out of it.
 */
export function isProven(
  { provenAt, hasAddress }: { readonly provenAt: Date | null; readonly hasAddress: boolean },
  now: Date,
): boolean {
  if (provenAt === null) return false;
  return !hasAddress || now.getTime() - provenAt.getTime() < PROOF_LIFE_MS;
}
