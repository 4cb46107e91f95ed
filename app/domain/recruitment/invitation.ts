import { accept, type Result, refuse } from "../kernel/result";

export const invitationStates = ["prepared", "sent", "accepted", "declined", "unanswered", "withdrawn"] as const;
/**
 * prepared: drawn, nothing sent yet · sent · accepted · declined · unanswered: the deadline passed and an organiser closed it ·
 * withdrawn: accepted, and left later.
 */
export type InvitationState = (typeof invitationStates)[number];

/** An invitation as far as its rules need it. Instants in ms; `replaced` once somebody was drawn for the seat. */
export interface InvitationTerms {
  readonly state: InvitationState;
  readonly deadlineMs: number | null;
  readonly replaced: boolean;
}

export type Answer = "accepted" | "declined";
export type AnswerMeans = "link" | "phone";

/** Whether the deadline is over: from that instant on, no answer by link counts. */
export function isOverdue({ state, deadlineMs }: InvitationTerms, nowMs: number): boolean {
  return state === "sent" && deadlineMs !== null && nowMs >= deadlineMs;
}

/**
 * An answer, by the person's own link until the deadline, or recorded by the organiser (a phone call) as long as nobody was drawn
 * for the seat. The same answer again changes nothing (`changed: false`). Refuses `invitation-replaced`, `invitation-withdrawn`,
 * `invitation-over`, and `withdraw-instead` (who has accepted leaves by withdrawing).
 */
export function answerInvitation(
  invitation: InvitationTerms,
  answer: Answer,
  { means, nowMs }: { means: AnswerMeans; nowMs: number },
): Result<
  { readonly changed: boolean },
  "invitation-replaced" | "invitation-withdrawn" | "invitation-over" | "withdraw-instead"
> {
  const { state, deadlineMs, replaced } = invitation;
  if (state === answer) return accept({ changed: false });
  if (state === "withdrawn") return refuse("invitation-withdrawn");
  if (state === "accepted") return refuse("withdraw-instead");
  if (replaced) return refuse("invitation-replaced");
  const late = state === "unanswered" || (deadlineMs !== null && nowMs >= deadlineMs);
  if (means === "link" && late) return refuse("invitation-over");
  return accept({ changed: true });
}

/** Somebody who accepted leaves. Refuses `invitation-not-accepted`; twice is once. */
export function withdrawAcceptance({
  state,
}: InvitationTerms): Result<{ readonly changed: boolean }, "invitation-not-accepted"> {
  if (state === "withdrawn") return accept({ changed: false });
  return state === "accepted" ? accept({ changed: true }) : refuse("invitation-not-accepted");
}

/** Whether the seat is to be given to somebody else. */
export function isVacant({ state, replaced }: InvitationTerms): boolean {
  return !replaced && (state === "declined" || state === "withdrawn" || state === "unanswered");
}

/** Whether the person holds the seat, or may still take it. */
export function holdsSeat({ state }: InvitationTerms): boolean {
  return state === "prepared" || state === "sent" || state === "accepted";
}
