import { teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { isOverdue } from "~/app/domain/recruitment/invitation";
import { listInvitations, updateInvitations } from "~/db/repositories/invitation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { termsOf } from "../../kernel/recruit/terms-of";

/**
 * Closes the invitations whose deadline is over without an answer: their seats may be drawn anew. A late call can still be recorded
 * until then. Refuses as `authorise` does, and `nobody-overdue`.
 */
export async function closeUnanswered(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<{ readonly closed: number }>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "invitation.close" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "invitation.record", assemblyId });
    if (!authorised.ok) return authorised;
    const nowMs = app.clock.now().getTime();
    const overdue = (await listInvitations(tx, assemblyId)).filter((row) => isOverdue(termsOf(row), nowMs));
    if (overdue.length === 0) return refuse("nobody-overdue");
    await updateInvitations(
      tx,
      overdue.map(({ id }) => id),
      { state: "unanswered" },
    );
    const subject = { kind: "assembly", id: assemblyId };
    const data = { closed: overdue.length };
    return accept({
      value: data,
      journal: [{ action: "invitation.close", assemblyId, subject, data }],
      facts: [{ stream: teamStream(assemblyId), type: "invitation-unanswered", payload: data }],
    });
  });
}
