import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import { eveningAfter } from "~/app/domain/recruitment/evening-after";
import { setCandidateEmail } from "~/db/repositories/candidate";
import { type InvitationId, listInvited, updateInvitation } from "~/db/repositories/invitation";
import { dropMailsAbout, lastMailAbout } from "~/db/repositories/mail";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { writeMail } from "./send-invitations";

/** What people have to answer when the first deadline is over or there was none. */
const USUAL_DAYS = 14;

export interface ResendInvitation {
  readonly assemblyId: AssemblyId;
  readonly invitationId: InvitationId;
  /** Theirs, mended or as it was. */
  readonly email: string;
  /** Of the mail, when none was written before. */
  readonly locale: Locale;
}

/**
 * Mends the address of somebody who was drawn and has not answered, and mails their invitation to it. A changed address is given a new
 * link, and the link that was mailed before opens nothing any more. A deadline that is still ahead stays. What had not left yet is
 * dropped. Refuses as `authorise` does, `not-found`, and `invitation-answered`.
 */
export async function resendInvitation(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, invitationId, email: typed, locale: fallback }: ResendInvitation,
): Promise<Result<{ readonly changed: boolean }>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "invitation.resend" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "invitation.send", assemblyId });
    if (!authorised.ok) return authorised;
    const invited = (await listInvited(tx, assemblyId)).find(({ id }) => id === invitationId);
    if (!invited) return refuse("not-found");
    if (invited.state !== "prepared" && invited.state !== "sent") return refuse("invitation-answered");
    const { assembly } = authorised.value;
    const email = normaliseEmail(typed);
    const changed = email !== invited.email;
    if (changed) await setCandidateEmail(tx, invited.candidateId, email);
    const locale = (await lastMailAbout(tx, invitationId))?.locale ?? fallback;
    await dropMailsAbout(tx, invitationId);
    const now = app.clock.now();
    const nowMs = now.getTime();
    const ahead = invited.deadline !== null && invited.deadline.getTime() > nowMs ? invited.deadline : null;
    const deadline = ahead ?? new Date(eveningAfter(USUAL_DAYS, { nowMs, timeZone: assembly.timeZone }));
    const mended = { ...invited, email };
    const opened = await writeMail(tx, app, { assembly, invited: mended, deadlineMs: deadline.getTime(), locale });
    await updateInvitation(tx, invitationId, { ...opened, state: "sent", sentAt: now, sentBy: "mail", deadline });
    const subject = { kind: "invitation", id: invitationId };
    return accept({
      value: { changed },
      journal: [{ action: "invitation.resend", assemblyId, subject, data: { addressChanged: changed } }],
      wake: ["mail"],
    });
  });
}
