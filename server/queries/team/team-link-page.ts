import type { Role } from "~/app/domain/assembly/role";
import type { Localised } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { usableTeamLink } from "~/app/domain/people/team-link";
import { findAssembly } from "~/db/repositories/assembly";
import { findTeamLink } from "~/db/repositories/team-link";
import type { Caller } from "../../context";
import { peopleAt } from "../../kernel/auth/people-at";
import type { Choice } from "../auth/link-page";

export interface TeamLinkPage {
  readonly assemblyTitle: Localised;
  readonly role: Role;
  readonly forName: string;
  readonly forEmail: string | null;
  readonly expiresAtMs: number;
  readonly timeZone: string;
  /** People known under the address the link was mailed to. */
  readonly known: readonly Choice[];
}

/** What a team link offers. Refuses with `link-unknown`, `link-used`, `link-revoked`, `link-expired`. Nothing is spent. */
export async function teamLinkPage(
  { app }: Caller,
  { token }: { readonly token: string },
): Promise<Result<TeamLinkPage>> {
  const link = await findTeamLink(app.stores.main, app.secrets.tokenHash(token));
  const assembly = link && (await findAssembly(app.stores.main, link.assemblyId));
  if (!assembly) return refuse("link-unknown");
  const usable = usableTeamLink(link, app.clock.now());
  if (!usable.ok) return usable;
  const known = link.forEmail === null ? [] : await peopleAt(app.stores.main, link.forEmail);
  return accept({
    assemblyTitle: assembly.title,
    role: link.role,
    forName: link.forName,
    forEmail: link.forEmail,
    expiresAtMs: link.expiresAt.getTime(),
    timeZone: assembly.timeZone,
    known: known.map(({ person: { id, name } }) => ({ personId: id, name })),
  });
}
