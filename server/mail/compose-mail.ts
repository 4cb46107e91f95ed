import type { Role } from "~/app/domain/assembly/role";
import type { Locale } from "~/app/domain/kernel/locale";
import { formatDate } from "~/app/i18n/format-date";
import { translator } from "~/app/i18n/translate";

/** What each kind of mail has to say; instants in ms. A new kind is one entry here, one in `writers`, and its words in the area `mail`. */
export interface MailKinds {
  /** Without a code the link alone signs in. */
  "sign-in": { readonly code: string | null; readonly link: string; readonly minutes: number };
  /** A code that proves an address; no link, so that nobody proves it for somebody else by following one. */
  address: { readonly code: string; readonly minutes: number };
  team: {
    readonly name: string;
    readonly assembly: string;
    readonly role: Role;
    readonly inviter: string;
    readonly link: string;
    readonly expiresAtMs: number;
    readonly timeZone: string;
  };
  invitation: {
    readonly name: string;
    readonly assembly: string;
    readonly question: string;
    readonly organisation: string;
    readonly link: string;
    readonly deadlineMs: number;
    readonly timeZone: string;
    readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  };
}

/** The words of a mail, ready for `insertMail`: plain text, one subject. */
export interface ComposedMail {
  readonly purpose: "sign-in" | "invitation" | "team" | "announcement";
  readonly subject: string;
  readonly body: string;
}

/** Words a mail in the reader's language. Paragraphs are separated by an empty line; a link stands on a line of its own. */
export function composeMail<Kind extends keyof MailKinds>(
  locale: Locale,
  kind: Kind,
  data: MailKinds[Kind],
): ComposedMail {
  const mail = writers[kind](locale, data);
  // Whatever a name or title has in it, a subject is one line, read in one direction.
  return { ...mail, subject: mail.subject.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim() };
}

const writers: { readonly [Kind in keyof MailKinds]: (locale: Locale, data: MailKinds[Kind]) => ComposedMail } = {
  "sign-in": (locale, { code, link, minutes }) => {
    const t = translator(locale)("mail");
    return {
      purpose: "sign-in",
      subject: code === null ? t("signIn.subjectAlone") : t("signIn.subject", { code }),
      body: paragraphs(
        t("hello"),
        ...(code === null ? [t("signIn.linkAlone")] : [t("signIn.code", { code }), t("signIn.link")]),
        link,
        code === null ? t("signIn.lifeAlone", { count: minutes }) : t("signIn.life", { count: minutes }),
        t("signIn.notYou"),
      ),
    };
  },
  address: (locale, { code, minutes }) => {
    const t = translator(locale)("mail");
    return {
      purpose: "sign-in",
      subject: t("address.subject", { code }),
      body: paragraphs(
        t("hello"),
        t("address.code", { code }),
        t("address.life", { count: minutes }),
        t("address.notYou"),
      ),
    };
  },
  team: (locale, { name, assembly, role, inviter, link, expiresAtMs, timeZone }) => {
    const words = translator(locale);
    const t = words("mail");
    return {
      purpose: "team",
      subject: t("team.subject", { assembly }),
      body: paragraphs(
        t("helloName", { name }),
        t("team.invited", { inviter, assembly, role: words("roles")(role) }),
        t("team.link"),
        link,
        t("team.life", { date: formatDate({ atMs: expiresAtMs, timeZone, locale }) }),
        t("team.notYou"),
      ),
    };
  },
  invitation: (locale, { name, assembly, question, organisation, link, deadlineMs, timeZone, contact }) => {
    const t = translator(locale)("mail");
    const date = formatDate({ atMs: deadlineMs, timeZone, locale });
    return {
      purpose: "invitation",
      subject: t("invitation.subject", { assembly }),
      body: paragraphs(
        t("helloName", { name }),
        t("invitation.drawn", { organisation, assembly }),
        t("invitation.question", { question }),
        t("invitation.link", { date }),
        link,
        t("invitation.free"),
        [t("invitation.help", { name: contact.name }), contact.phone, contact.email].filter(Boolean).join("\n"),
      ),
    };
  },
};

function paragraphs(...texts: readonly string[]): string {
  return `${texts.join("\n\n")}\n`;
}
