import { type AssemblyId, type CommandId, newId } from "~/app/domain/kernel/ids";
import { inLocale, type Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import type { Main } from "~/db/connect";
import type { AssemblyRow } from "~/db/repositories/assembly";
import { type InvitedRow, listInvited, updateInvitation, updateInvitations } from "~/db/repositories/invitation";
import { insertMail } from "~/db/repositories/mail";
import { findOrganisation } from "~/db/repositories/organisation";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { composeMail } from "../../mail/compose-mail";
import { invitationToken } from "./prepare-invitations";

export interface SendInvitations {
  readonly assemblyId: AssemblyId;
  /** Until when an answer counts; for all that are sent now. */
  readonly deadlineMs: number;
  readonly locale: Locale;
  /** Those not sent yet; or once more to those who have not answered. */
  readonly to: "prepared" | "waiting";
}

type Sent = { readonly mails: number; readonly letters: number };

/**
 * Sends the invitations of everyone who has a mail address, in one go with their new deadline; the others need a letter, and get
 * the same deadline when theirs is printed. Refuses as `authorise` does, `deadline-past`, and `nobody-to-invite`.
 */
export async function sendInvitations(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, deadlineMs, locale, to }: SendInvitations,
): Promise<Result<Sent>> {
  const { app, actor } = caller;
  return carryOut<Sent>(caller, { commandId, action: "invitation.send" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "invitation.send", assemblyId });
    if (!authorised.ok) return authorised;
    const now = app.clock.now();
    if (deadlineMs <= now.getTime()) return refuse("deadline-past", {}, "deadline");
    const wanted = (await listInvited(tx, assemblyId)).filter(
      ({ state }) => state === (to === "prepared" ? "prepared" : "sent"),
    );
    const [byMail, byLetter] = [wanted.filter(({ email }) => email), wanted.filter(({ email }) => !email)];
    if (wanted.length === 0 || (to === "prepared" && byMail.length === 0)) return refuse("nobody-to-invite");
    const { assembly } = authorised.value;
    const deadline = new Date(deadlineMs);
    for (const invited of byMail) {
      const opened = await writeMail(tx, app, { assembly, invited, deadlineMs, locale });
      await updateInvitation(tx, invited.id, { ...opened, state: "sent", sentAt: now, sentBy: "mail", deadline });
    }
    if (to === "waiting") {
      await updateInvitations(
        tx,
        byLetter.map(({ id }) => id),
        { deadline },
      );
    }
    const data = { mails: byMail.length, deadline: deadline.toISOString(), again: to === "waiting" };
    return accept({
      value: { mails: byMail.length, letters: byLetter.length },
      journal: [{ action: "invitation.send", assemblyId, subject: { kind: "assembly", id: assemblyId }, data }],
      wake: ["mail"],
    });
  });
}

interface ToWrite {
  readonly assembly: AssemblyRow;
  readonly invited: InvitedRow;
  /** Of the link it carries. */
  readonly deadlineMs: number;
  readonly locale: Locale;
}

/** Writes the mail of one invitation, and answers what its link is known by from now on. */
export async function writeMail(
  tx: Main,
  app: App,
  { assembly, invited, deadlineMs, locale }: ToWrite,
): Promise<Pick<InvitedRow, "linkHash" | "mailedTo">> {
  const mailedTo = normaliseEmail(invited.email ?? "");
  const token = invitationToken(app, invited.id, mailedTo);
  const organisation = await findOrganisation(tx, assembly.organisationId);
  const words = composeMail(locale, "invitation", {
    name: invited.name,
    assembly: inLocale(assembly.title, locale),
    question: inLocale(assembly.question, locale),
    organisation: organisation?.name ?? "",
    link: `${app.baseUrl}/${locale}/invitation/${token}`,
    deadlineMs,
    timeZone: assembly.timeZone,
    contact: { name: assembly.contactName, phone: assembly.contactPhone, email: assembly.contactEmail },
  });
  const id = newId<"mail">(app.random);
  await insertMail(tx, {
    id,
    assemblyId: assembly.id,
    aboutId: invited.id,
    to: mailedTo,
    locale,
    createdAt: app.clock.now(),
    ...words,
  });
  return { linkHash: app.secrets.tokenHash(token), mailedTo };
}
