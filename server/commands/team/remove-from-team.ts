import type { AssemblyId, CommandId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { removeRole } from "~/app/domain/people/remove-role";
import { listParticipants } from "~/db/repositories/participation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { takeRole } from "./take-role";

export interface RemoveFromTeam {
  readonly assemblyId: AssemblyId;
  readonly participationId: ParticipationId;
}

/** Takes a role of the team away; its holder's live connections are re-authorised. Refuses as `authorise` and `removeRole` do. */
export async function removeFromTeam(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, participationId }: RemoveFromTeam,
): Promise<Result<{ readonly participationId: ParticipationId }>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "team.remove" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "team.manage", assemblyId });
    if (!authorised.ok) return authorised;
    const removed = removeRole(await listParticipants(tx, assemblyId), participationId);
    if (!removed.ok) return removed;
    const { personId, role } = removed.value;
    const facts = await takeRole(tx, { id: participationId, assemblyId }, app.clock.now());
    return accept({
      value: { participationId },
      journal: [
        { action: "team.remove", assemblyId, subject: { kind: "participation", id: participationId }, data: { role } },
      ],
      facts,
      rightsChanged: [personId],
    });
  });
}
