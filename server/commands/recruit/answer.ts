import { teamStream } from "~/app/domain/assembly/streams";
import type { PersonId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type Answer, type AnswerMeans, answerInvitation } from "~/app/domain/recruitment/invitation";
import type { Main } from "~/db/connect";
import { findCandidate } from "~/db/repositories/candidate";
import { drawRunUnderWay } from "~/db/repositories/draw";
import { type InvitationRow, updateInvitation } from "~/db/repositories/invitation";
import type { App } from "../../context";
import type { Done } from "../../kernel/carry-out";
import { termsOf } from "../../kernel/recruit/terms-of";
import { type Seated, type SelfProof, seatMember } from "./seat-member";

export interface GivenAnswer {
  readonly answer: Answer;
  readonly means: AnswerMeans;
  readonly namePublic: boolean;
  readonly locale: Locale;
  readonly recordedBy: PersonId | null;
  /** What the person themself has proven while answering. */
  readonly proof: SelfProof;
}

export interface Answered {
  readonly state: Answer;
  readonly seat: number | null;
}

/**
 * Takes an answer inside a command's transaction: accepting makes the member at once. Refuses as `answerInvitation` does, and
 * `draw-under-way` while somebody is being drawn for a seat that was given up.
 */
export async function takeAnswer(
  tx: Main,
  app: App,
  { invitation, given }: { readonly invitation: InvitationRow; readonly given: GivenAnswer },
): Promise<Result<Done<Answered>>> {
  const { answer, means } = given;
  const decision = answerInvitation(termsOf(invitation), answer, { means, nowMs: app.clock.now().getTime() });
  if (!decision.ok) return decision;
  if (!decision.value.changed) return accept({ value: { state: answer, seat: null }, journal: [] });
  const gaveUp = invitation.state === "declined" || invitation.state === "unanswered";
  if (answer === "accepted" && gaveUp && (await drawRunUnderWay(tx, invitation.assemblyId)))
    return refuse("draw-under-way");
  const seated = answer === "accepted" ? await seat(tx, app, { invitation, given }) : null;
  await updateInvitation(tx, invitation.id, {
    state: answer,
    answeredAt: app.clock.now(),
    answeredBy: means,
    recordedBy: given.recordedBy,
    participationId: seated?.participationId ?? null,
  });
  const { assemblyId } = invitation;
  const subject = { kind: "invitation", id: invitation.id };
  const data = { means, ...(seated && { seat: seated.seat, namePublic: given.namePublic }) };
  return accept({
    value: { state: answer, seat: seated?.seat ?? null },
    journal: [{ action: `invitation.${answer}`, assemblyId, subject, data }, ...(seated?.journal ?? [])],
    facts: [
      { stream: teamStream(assemblyId), type: `invitation-${answer}`, payload: { seat: seated?.seat ?? null } },
      ...(seated?.facts ?? []),
    ],
    ...(seated && { rightsChanged: [seated.personId, ...seated.joined], devicesEnded: seated.devicesEnded }),
  });
}

async function seat(
  tx: Main,
  app: App,
  { invitation, given }: { readonly invitation: InvitationRow; readonly given: GivenAnswer },
): Promise<Seated> {
  const candidate = await findCandidate(tx, invitation.candidateId);
  if (!candidate) throw new Error(`invitation ${invitation.id} is for nobody`);
  const { namePublic, locale, proof } = given;
  return seatMember(tx, app, { candidate, namePublic, locale, proof });
}
