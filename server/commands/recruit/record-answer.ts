import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import type { Answer } from "~/app/domain/recruitment/invitation";
import { findInvitation, type InvitationId } from "~/db/repositories/invitation";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { type Answered, takeAnswer } from "./answer";
import { nothingProven } from "./seat-member";

export interface RecordAnswer {
  readonly assemblyId: AssemblyId;
  readonly invitationId: InvitationId;
  readonly answer: Answer;
  /** Asked on the phone, as on the page. */
  readonly namePublic: boolean;
}

/** Writes down what somebody said on the phone, on paper or at the desk. Refuses as `authorise` and `takeAnswer` do, and `not-found`. */
export async function recordAnswer(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, invitationId, answer, namePublic }: RecordAnswer,
): Promise<Result<Answered>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "invitation.record" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "invitation.record", assemblyId });
    if (!authorised.ok) return authorised;
    const invitation = await findInvitation(tx, invitationId);
    if (invitation?.assemblyId !== assemblyId) return refuse("not-found");
    const locale = authorised.value.assembly.languages[0] ?? "fr";
    const given = {
      answer,
      means: "phone",
      namePublic,
      locale,
      recordedBy: actor.personId,
      proof: nothingProven,
    } as const;
    return takeAnswer(tx, app, { invitation, given });
  });
}
