import type { Role } from "~/app/domain/assembly/role";
import { type AssemblyId, type CommandId, newId } from "~/app/domain/kernel/ids";
import { inLocale, type Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { normaliseEmail } from "~/app/domain/people/email-address";
import { tidyName } from "~/app/domain/people/person-name";
import { TEAM_LINK_LIFE_MS } from "~/app/domain/people/team-link";
import type { Main } from "~/db/connect";
import type { AssemblyRow } from "~/db/repositories/assembly";
import { insertMail } from "~/db/repositories/mail";
import { findPerson } from "~/db/repositories/person";
import { insertTeamLink, type TeamLinkId, type TeamLinkRow } from "~/db/repositories/team-link";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { composeMail } from "../../mail/compose-mail";

export interface InviteToTeam {
  readonly assemblyId: AssemblyId;
  readonly role: Exclude<Role, "member">;
  readonly name: string;
  /** Where the link goes; without it the organiser hands it over. */
  readonly email: string | null;
  readonly locale: Locale;
}

/** The link's token follows from its id (`app.secrets.linkToken("team", linkId)`): show it only when it was not mailed. */
export interface InvitedToTeam {
  readonly linkId: TeamLinkId;
  readonly mailed: boolean;
}

/** Makes a link to one role, for one person, for fourteen days; sends it when there is an address. Refuses as `authorise` does. */
export async function inviteToTeam(
  caller: Caller,
  commandId: CommandId | null,
  input: InviteToTeam,
): Promise<Result<InvitedToTeam>> {
  const { app, actor } = caller;
  const { assemblyId, role } = input;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "team.invite" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "team.manage", assemblyId });
    if (!authorised.ok) return authorised;
    const link = newLink(app, input, actor.personId);
    await insertTeamLink(tx, link);
    if (link.forEmail !== null) {
      const { assembly } = authorised.value;
      await mailLink(tx, app, { link, email: link.forEmail, assembly, locale: input.locale });
    }
    return accept({
      value: { linkId: link.id, mailed: link.forEmail !== null },
      journal: [{ action: "team.invite", assemblyId, subject: { kind: "team-link", id: link.id }, data: { role } }],
      wake: ["mail"],
    });
  });
}

type NewTeamLink = Pick<TeamLinkRow, "assemblyId" | "role"> & Pick<InviteToTeam, "name" | "email">;

/** A link that nobody has yet. */
export function newLink(app: App, input: NewTeamLink, createdBy: TeamLinkRow["createdBy"]): TeamLinkRow {
  const now = app.clock.now();
  const id: TeamLinkId = newId<"team-link">(app.random);
  return {
    id,
    assemblyId: input.assemblyId,
    role: input.role,
    forName: tidyName(input.name),
    forEmail: input.email === null ? null : normaliseEmail(input.email),
    tokenHash: app.secrets.tokenHash(app.secrets.linkToken("team", id)),
    createdBy,
    createdAt: now,
    expiresAt: new Date(now.getTime() + TEAM_LINK_LIFE_MS),
    usedAt: null,
    usedBy: null,
    revokedAt: null,
  };
}

interface TeamMail {
  readonly link: TeamLinkRow;
  readonly email: string;
  readonly assembly: AssemblyRow;
  readonly locale: Locale;
}

/** Writes the mail that carries a link. */
export async function mailLink(tx: Main, app: App, { link, email, assembly, locale }: TeamMail): Promise<void> {
  const inviter = await findPerson(tx, link.createdBy);
  const words = composeMail(locale, "team", {
    name: link.forName,
    assembly: inLocale(assembly.title, locale),
    role: link.role,
    inviter: inviter?.name ?? "",
    link: `${app.baseUrl}/${locale}/team-link/${app.secrets.linkToken("team", link.id)}`,
    expiresAtMs: link.expiresAt.getTime(),
    timeZone: assembly.timeZone,
  });
  const id = newId<"mail">(app.random);
  const about = { assemblyId: assembly.id, aboutId: link.id, to: email, locale };
  await insertMail(tx, { id, ...about, createdAt: app.clock.now(), ...words });
}
