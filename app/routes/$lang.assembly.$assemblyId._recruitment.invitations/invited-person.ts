import type { MailFate } from "~/app/domain/people/mail-fate";

/** Somebody invited, as the page has them. */
export interface InvitedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly state: "prepared" | "sent" | "accepted" | "declined" | "unanswered" | "withdrawn";
  readonly overdue: boolean;
  readonly vacant: boolean;
  readonly drawOrdinal: number;
  readonly seat: number | null;
  readonly sentBy: "mail" | "letter" | null;
  readonly mail: MailFate | null;
  readonly deadlineMs: number | null;
  readonly answeredBy: "link" | "phone" | null;
}

export type Shown = InvitedPerson["state"] | "overdue";

/** What is said of somebody: the state, or that they are late. */
export function shownState({ state, overdue }: InvitedPerson): Shown {
  return overdue ? "overdue" : state;
}
