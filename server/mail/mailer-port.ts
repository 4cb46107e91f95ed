/** A mail on its way out: plain text in one language. */
export interface OutgoingMail {
  /** The row's id: the Message-ID follows from it, so that a mail sent twice is recognised as one. */
  readonly id: string;
  readonly to: string;
  readonly locale: "fr" | "en";
  readonly subject: string;
  readonly body: string;
}

/** Sent; or refused, with a code fit for a log (never an address), for good or for now. */
export type Delivery =
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly code: string; readonly forGood: boolean };

/** Where mails go. Never throws for what a mail server or an address can cause. */
export interface Mailer {
  deliver(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}
