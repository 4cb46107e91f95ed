import { DAY_MS } from "../kernel/clock";
import type { PhaseKind } from "./phase";

/** Why somebody needs a call, the most pressing first. */
export const callReasons = ["device-trouble", "never-signed-in", "no-device-check", "no-way-in"] as const;
export type CallReason = (typeof callReasons)[number];

/** A member as far as calling them goes. */
export interface MemberSeen {
  readonly id: string;
  readonly hasEmail: boolean;
  readonly hasCard: boolean;
  readonly lastSeenAtMs: number | null;
  readonly joinedAtMs: number;
  readonly device: "ready" | "can-follow" | "needs-help" | null;
}

/** Whether there is still something to come in for: once the recommendations are published nobody is called any more. */
export function callsMatter(openPhases: readonly PhaseKind[]): boolean {
  return openPhases.length === 0 || openPhases.some((kind) => kind !== "publication" && kind !== "follow-up");
}

const CHECK_BEFORE_MS = 7 * DAY_MS;
const SIGN_IN_WITHIN_MS = 3 * DAY_MS;

/**
 * Why this member needs a call, if they do: their last device check failed; they have been in for three days and never signed in;
 * an online session is less than a week away and they made no check; they have neither an address nor a card.
 */
export function whyCall(
  member: MemberSeen,
  { nowMs, nextOnlineAtMs }: { readonly nowMs: number; readonly nextOnlineAtMs: number | null },
): CallReason | undefined {
  if (member.device === "needs-help") return "device-trouble";
  if (member.lastSeenAtMs === null && !member.hasEmail && !member.hasCard) return "no-way-in";
  if (member.lastSeenAtMs === null && nowMs - member.joinedAtMs > SIGN_IN_WITHIN_MS) return "never-signed-in";
  const soon = nextOnlineAtMs !== null && nextOnlineAtMs - nowMs < CHECK_BEFORE_MS;
  return soon && member.device === null ? "no-device-check" : undefined;
}
