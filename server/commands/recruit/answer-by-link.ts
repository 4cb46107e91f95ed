import { inPerson, visitor } from "~/app/domain/assembly/actor";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { type Result, refuse } from "~/app/domain/kernel/result";
import type { Answer } from "~/app/domain/recruitment/invitation";
import { findInvitation } from "~/db/repositories/invitation";
import type { VisitingCaller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { findByToken } from "../../kernel/recruit/find-by-token";
import { type Answered, takeAnswer } from "./answer";

export interface AnswerByLink {
  /** The link's token or the letter's code: whoever holds it answers. */
  readonly token: string;
  readonly answer: Answer;
  readonly namePublic: boolean;
  readonly locale: Locale;
}

/**
 * The answer of somebody who was invited, by their own link. What they have proven decides whether they are somebody known: that they
 * read the mails of the address, or that they are signed in. Refuses as `findByToken` and
 * `takeAnswer` do.
 */
export async function answerByLink(
  { app, actor, source }: VisitingCaller,
  commandId: CommandId | null,
  { token, ...answer }: AnswerByLink,
): Promise<Result<Answered>> {
  const found = await findByToken({ app, source }, token);
  if (!found.ok) return found;
  return carryOut({ app, actor: visitor }, { commandId, action: "invitation.answer", proof: token }, async (tx) => {
    const invitation = await findInvitation(tx, found.value.id);
    if (!invitation) return refuse("link-unknown");
    const proof = { email: found.value.proves, personId: inPerson(actor)?.personId ?? null };
    return takeAnswer(tx, app, { invitation, given: { ...answer, means: "link", recordedBy: null, proof } });
  });
}
