import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { dropMailsAbout } from "~/db/repositories/mail";
import { revokeTeamLink as revoke, type TeamLinkId } from "~/db/repositories/team-link";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

/** Ends a link that nobody used yet. Refuses as `authorise` does, and with `link-used` (used, revoked or not of this assembly). */
export async function revokeTeamLink(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, linkId }: { readonly assemblyId: AssemblyId; readonly linkId: TeamLinkId },
): Promise<Result<{ readonly linkId: TeamLinkId }>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "team.revoke-link" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "team.manage", assemblyId });
    if (!authorised.ok) return authorised;
    if (!(await revoke(tx, { id: linkId, assemblyId }, app.clock.now()))) return refuse("link-used");
    await dropMailsAbout(tx, linkId);
    return accept({
      value: { linkId },
      journal: [{ action: "team.revoke-link", assemblyId, subject: { kind: "team-link", id: linkId } }],
    });
  });
}
