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

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? "localhost";
}

/** Only the kind of error and the server's number are kept: its sentence usually repeats the address. 5xx is for good (RFC 5321 §4.2.1). */
function refusal(error: unknown): Delivery {
  const { code = "error", responseCode } = error as { code?: string; responseCode?: number };
  const number = typeof responseCode === "number" ? ` ${responseCode}` : "";
  const aboutTheMail = code === "EENVELOPE" || code === "EMESSAGE";
  return {
    kind: "refused",
    code: `${code}${number}`,
    forGood: aboutTheMail && (responseCode === undefined || responseCode >= 500),
  };
}
