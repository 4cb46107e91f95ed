import { rolesIn } from "~/app/domain/assembly/actor";
import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { type MailFate, mailFate } from "~/app/domain/people/mail-fate";
import { removeRole } from "~/app/domain/people/remove-role";
import { type TeamLinkState, teamLinkState } from "~/app/domain/people/team-link";
import { lastMailsAbout } from "~/db/repositories/mail";
import { listParticipants } from "~/db/repositories/participation";
import { listTeamLinks, type TeamLinkId } from "~/db/repositories/team-link";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";

export interface TeamPage {
  readonly people: readonly {
    readonly id: ParticipationId;
    readonly name: string;
    readonly role: Role;
    readonly sinceMs: number;
    readonly you: boolean;
    /** False for the last organiser: an assembly without one could never be led again. */
    readonly mayRemove: boolean;
  }[];
  readonly links: readonly {
    readonly id: TeamLinkId;
    readonly forName: string;
    readonly role: Role;
    readonly mailed: boolean;
    /** What became of its last mail; null when none is known. */
    readonly mail: MailFate | null;
    readonly state: TeamLinkState;
    readonly usedByName: string | null;
    readonly expiresAtMs: number;
  }[];
}

/** Who makes the assembly live, and the links that invite more. Refuses as `authorise` does. */
export async function teamPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<TeamPage>> {
  const authorised = await authorise(app.stores.main, actor, { action: "team.manage", assemblyId, looksOnly: true });
  if (!authorised.ok) return authorised;
  const own = rolesIn(actor, assemblyId).map(({ participationId }) => participationId);
  const people = await listParticipants(app.stores.main, assemblyId);
  const links = await listTeamLinks(app.stores.main, assemblyId);
  const mails = await lastMailsAbout(app.stores.main, assemblyId);
  const fateOf = (id: string): MailFate | null => {
    const mail = mails.get(id);
    return mail ? mailFate(mail) : null;
  };
  const now = app.clock.now();
  return accept({
    people: people
      .filter(({ role }) => role !== "member")
      .map(({ id, name, role, createdAt }) => ({
        id,
        name,
        role,
        sinceMs: createdAt.getTime(),
        you: own.includes(id),
        mayRemove: removeRole(people, id).ok,
      })),
    links: links.map((link) => ({
      id: link.id,
      forName: link.forName,
      role: link.role,
      mailed: link.forEmail !== null,
      mail: fateOf(link.id),
      state: teamLinkState(link, now),
      usedByName: link.usedByName,
      expiresAtMs: link.expiresAt.getTime(),
    })),
  });
}
