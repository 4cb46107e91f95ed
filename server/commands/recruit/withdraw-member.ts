import { type Actor, visitor } from "~/app/domain/assembly/actor";
import { teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId, CommandId, PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { withdrawAcceptance } from "~/app/domain/recruitment/invitation";
import type { Main } from "~/db/connect";
import { findInvitation, type InvitationId, type InvitationRow, updateInvitation } from "~/db/repositories/invitation";
import { findParticipation } from "~/db/repositories/participation";
import type { App, Caller, VisitingCaller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type Done } from "../../kernel/carry-out";
import { findByToken } from "../../kernel/recruit/find-by-token";
import { termsOf } from "../../kernel/recruit/terms-of";
import { takeRole } from "../team/take-role";

/** A member leaves, said to the organiser. Refuses as `authorise` does, `not-found`, `invitation-not-accepted`. */
export async function withdrawMember(
  caller: Caller,
  commandId: CommandId | null,
  input: { readonly assemblyId: AssemblyId; readonly invitationId: InvitationId; readonly reason: string },
): Promise<Result<null>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const { assemblyId, invitationId, reason } = input;
  return carryOut(caller, { commandId, action: "invitation.withdraw" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "invitation.record", assemblyId });
    if (!authorised.ok) return authorised;
    const invitation = await findInvitation(tx, invitationId);
    if (invitation?.assemblyId !== assemblyId) return refuse("not-found");
    return withdraw(tx, app, { invitation, reason: reason.trim() || null, by: recorder(actor) });
  });
}

/** A member leaves by their own link. Refuses as `findByToken` does, and `invitation-not-accepted`. */
export async function withdrawByLink(
  { app, source }: Pick<VisitingCaller, "app" | "source">,
  commandId: CommandId | null,
  { token }: { readonly token: string },
): Promise<Result<null>> {
  const found = await findByToken({ app, source }, token);
  if (!found.ok) return found;
  return carryOut({ app, actor: visitor }, { commandId, action: "invitation.withdraw", proof: token }, async (tx) => {
    const invitation = await findInvitation(tx, found.value.id);
    return invitation ? withdraw(tx, app, { invitation, reason: null, by: null }) : refuse("link-unknown");
  });
}

function recorder(actor: Actor): PersonId | null {
  return actor.kind === "person" ? actor.personId : null;
}

interface Withdrawal {
  readonly invitation: InvitationRow;
  readonly reason: string | null;
  readonly by: PersonId | null;
}

/** The seat stays the person's number; the place is free for somebody from the pool. */
async function withdraw(tx: Main, app: App, { invitation, reason, by }: Withdrawal): Promise<Result<Done<null>>> {
  const decision = withdrawAcceptance(termsOf(invitation));
  if (!decision.ok) return decision;
  if (!decision.value.changed) return accept({ value: null, journal: [] });
  const { assemblyId, participationId, id } = invitation;
  const held = participationId ? await findParticipation(tx, participationId) : undefined;
  const left = held ? await takeRole(tx, held, app.clock.now()) : [];
  await updateInvitation(tx, id, { state: "withdrawn", reason, recordedBy: by });
  return accept({
    value: null,
    journal: [
      {
        action: "invitation.withdrawn",
        assemblyId,
        subject: { kind: "invitation", id },
        data: { means: by ? "phone" : "link", seat: held?.seat ?? null },
      },
    ],
    facts: [
      { stream: teamStream(assemblyId), type: "invitation-withdrawn", payload: { seat: held?.seat ?? null } },
      ...left,
    ],
    ...(held && { rightsChanged: [held.personId] }),
  });
}
