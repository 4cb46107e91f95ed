import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type InvitationId, listInvitations, updateInvitations } from "~/db/repositories/invitation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";

export interface MarkLetters {
  readonly assemblyId: AssemblyId;
  readonly invitationIds: readonly InvitationId[];
  readonly deadlineMs: number;
}

/**
 * Sets the deadline of these letters and counts them as sent: those that were prepared, and those sent before that are printed
 * again. Refuses as `authorise` does, `deadline-past`, `nobody-chosen`.
 */
export async function markLetters(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, invitationIds, deadlineMs }: MarkLetters,
): Promise<Result<{ readonly letters: number }>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "invitation.print" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "invitation.send", assemblyId });
    if (!authorised.ok) return authorised;
    const now = app.clock.now();
    if (deadlineMs <= now.getTime()) return refuse("deadline-past", {}, "deadline");
    const wanted = new Set(invitationIds);
    const own = (await listInvitations(tx, assemblyId)).filter(
      ({ id, state }) => wanted.has(id) && (state === "prepared" || state === "sent"),
    );
    if (own.length === 0) return refuse("nobody-chosen");
    const deadline = new Date(deadlineMs);
    const change = { state: "sent", sentAt: now, sentBy: "letter", deadline } as const;
    await updateInvitations(
      tx,
      own.map(({ id }) => id),
      change,
    );
    const data = { letters: own.length, deadline: deadline.toISOString() };
    const subject = { kind: "assembly", id: assemblyId };
    return accept({
      value: { letters: own.length },
      journal: [{ action: "invitation.print", assemblyId, subject, data }],
    });
  });
}
