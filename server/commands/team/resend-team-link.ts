import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import { teamLinkState } from "~/app/domain/people/team-link";
import { dropMailsAbout, lastMailAbout } from "~/db/repositories/mail";
import { insertTeamLink, listTeamLinks, revokeTeamLink, type TeamLinkId } from "~/db/repositories/team-link";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { mailLink, newLink } from "./invite-to-team";

export interface ResendTeamLink {
  readonly assemblyId: AssemblyId;
  readonly linkId: TeamLinkId;
  readonly email: string;
  /** Of the mail, when none was written before. */
  readonly locale: Locale;
}

/**
 * Mails an invitation to the team again. To the address it had, while it is open, it is the same link; else it is a new one and the old
 * one ends: a mailed link proves its address, so nobody may have read it before. What had not left yet is dropped. Refuses as
 * `authorise` does, and with `link-used` (used, revoked or not of this assembly).
 */
export async function resendTeamLink(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, linkId, email: typed, locale: fallback }: ResendTeamLink,
): Promise<Result<{ readonly linkId: TeamLinkId }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "team.resend" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "team.manage", assemblyId });
    if (!authorised.ok) return authorised;
    const now = app.clock.now();
    const old = (await listTeamLinks(tx, assemblyId)).find(({ id }) => id === linkId);
    const state = old && teamLinkState(old, now);
    if (!old || state === "used" || state === "revoked") return refuse("link-used");
    const email = normaliseEmail(typed);
    const same = state === "open" && old.forEmail === email;
    const { role, forName } = old;
    const link = same ? old : newLink(app, { assemblyId, role, name: forName, email }, actor.personId);
    const locale = (await lastMailAbout(tx, linkId))?.locale ?? fallback;
    await dropMailsAbout(tx, linkId);
    if (!same) {
      if (!(await revokeTeamLink(tx, { id: linkId, assemblyId }, now))) return refuse("link-used");
      await insertTeamLink(tx, link);
    }
    await mailLink(tx, app, { link, email, assembly: authorised.value.assembly, locale });
    const data = { role, ...(!same && { replaces: linkId }) };
    return accept({
      value: { linkId: link.id },
      journal: [{ action: "team.resend", assemblyId, subject: { kind: "team-link", id: link.id }, data }],
      wake: ["mail"],
    });
  });
}
