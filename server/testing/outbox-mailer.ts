import type { Mailer, OutgoingMail } from "../mail/mailer-port";

/** Keeps mails where they can be read, instead of sending them. Refuses what no server would take. */
export function outboxMailer(keep: (mail: OutgoingMail) => void): Mailer {
  return {
    async deliver(mail) {
      if (!/^[^\s@]+@[^\s@]+$/.test(mail.to)) return { kind: "refused", code: "EENVELOPE", forGood: true };
      keep(mail);
      return { kind: "sent" };
    },
    close() {},
  };
}
