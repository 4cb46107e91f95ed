import { type AssemblyId, type CandidateId, type DrawId, newId } from "~/app/domain/kernel/ids";
import { cardCode } from "~/app/domain/people/card-code";
import type { Main } from "~/db/connect";
import { type InvitationId, insertInvitations } from "~/db/repositories/invitation";
import type { App } from "../../context";

interface ToPrepare {
  readonly assemblyId: AssemblyId;
  readonly drawId: DrawId;
  readonly candidateIds: readonly CandidateId[];
}

/** Makes the invitations of those drawn; nothing is sent yet. Link and code follow from the id, only their hashes are kept. */
export async function prepareInvitations(
  tx: Main,
  app: App,
  { assemblyId, drawId, candidateIds }: ToPrepare,
): Promise<void> {
  const createdAt = app.clock.now();
  const rows = candidateIds.map((candidateId) => {
    const id = newId<"invitation">(app.random);
    const { token, code } = invitationSecrets(app, id);
    return {
      id,
      assemblyId,
      drawId,
      candidateId,
      linkHash: app.secrets.tokenHash(token),
      codeHash: app.secrets.keyedHash("invitation-code", code),
      state: "prepared" as const,
      sentAt: null,
      sentBy: null,
      deadline: null,
      answeredAt: null,
      answeredBy: null,
      recordedBy: null,
      reason: null,
      replacedBy: null,
      participationId: null,
      createdAt,
    };
  });
  await insertInvitations(tx, rows);
}

/** What opens an invitation: the token of the mail's link, the code of the letter. */
export function invitationSecrets(app: App, id: InvitationId): { readonly token: string; readonly code: string } {
  return { token: app.secrets.linkToken("invitation", id), code: cardCode(app.secrets.cardBits(`invitation:${id}`)) };
}
