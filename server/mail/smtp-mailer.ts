import { createTransport } from "nodemailer";
import type { Delivery, Mailer } from "./mailer-port";

const ANSWER_MS = 20_000;

/** Sends through the server named by SMTP_URL, a few connections at a time. */
export function smtpMailer({ smtpUrl, from }: { readonly smtpUrl: string; readonly from: string }): Mailer {
  const transport = createTransport({
    pool: true,
    maxConnections: 4,
    url: smtpUrl,
    connectionTimeout: ANSWER_MS,
    greetingTimeout: ANSWER_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async deliver({ id, to, locale, subject, body }) {
      try {
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text: body,
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { "Content-Language": locale, "Auto-Submitted": "auto-generated" },
        });
        return { kind: "sent" };
      } catch (error) {
        return refusal(error);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
}

/**
 * Only the kind of error and the server's numbers ("550 5.1.1") are kept: its sentence usually repeats the address. 5xx is for good
 * (RFC 5321 §4.2.1), but where it is about our sender: that can be mended without touching the mail.
 */
function refusal(error: unknown): Delivery {
  const { code = "error", responseCode, response = "", command } = error as SmtpError;
  const status = /^\d{3}[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const aboutSender = code === "EENVELOPE" && command === "MAIL FROM";
  const aboutTheMail = (code === "EENVELOPE" || code === "EMESSAGE") && !aboutSender;
  return {
    kind: "refused",
    code: [aboutSender ? "ESENDER" : code, responseCode, status].filter(Boolean).join(" "),
    forGood: aboutTheMail && (responseCode === undefined || responseCode >= 500),
  };
}
