import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { type MailFate, mailFate } from "~/app/domain/people/mail-fate";
import { teamLinkState } from "~/app/domain/people/team-link";
import type { Main } from "~/db/connect";
import { listInvited } from "~/db/repositories/invitation";
import { lastMailsAbout } from "~/db/repositories/mail";
import { listTeamLinks } from "~/db/repositories/team-link";

/** Somebody whose mail has not arrived, and still should. */
export interface MailInTrouble {
  readonly kind: "invitation" | "team";
  /** The invitation or team link. */
  readonly id: string;
  readonly name: string;
  /** Theirs in the team; null for somebody who was drawn. */
  readonly role: Role | null;
  readonly to: string;
  readonly fate: MailFate & { readonly kind: "refused" | "again" };
}

type Expected = Omit<MailInTrouble, "to" | "fate">;

/** The last mail to each person who is awaited, where the server has not taken it: refused for good first, then to be tried again. */
export async function mailTroubleList(db: Main, assemblyId: AssemblyId, now: Date): Promise<readonly MailInTrouble[]> {
  const mails = await lastMailsAbout(db, assemblyId);
  const invited = (await listInvited(db, assemblyId))
    .filter(({ state, sentBy }) => state === "sent" && sentBy === "mail")
    .map(({ id, name }): Expected => ({ kind: "invitation", id, name, role: null }));
  const team = (await listTeamLinks(db, assemblyId))
    .filter((link) => ["open", "expired"].includes(teamLinkState(link, now)))
    .map(({ id, forName, role }): Expected => ({ kind: "team", id, name: forName, role }));
  const troubled = [...invited, ...team].flatMap((person): MailInTrouble[] => {
    const mail = mails.get(person.id);
    const fate = mail && mailFate(mail);
    return fate?.kind === "refused" || fate?.kind === "again" ? [{ ...person, to: mail?.to ?? "", fate }] : [];
  });
  return [
    ...troubled.filter(({ fate }) => fate.kind === "refused"),
    ...troubled.filter(({ fate }) => fate.kind === "again"),
  ];
}
