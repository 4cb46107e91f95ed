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
    return {
      id,
      assemblyId,
      drawId,
      candidateId,
      linkHash: app.secrets.tokenHash(invitationToken(app, id, null)),
      codeHash: app.secrets.keyedHash("invitation-code", invitationCode(app, id)),
      state: "prepared" as const,
      sentAt: null,
      sentBy: null,
      mailedTo: null,
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

/**
 * The token of the link that is mailed to this address (normalised): another address has another token, so that an address corrected
 * later is not proven by the mail that went astray. Never shown to an organiser.
 */
export function invitationToken(app: Pick<App, "secrets">, id: InvitationId, mailedTo: string | null): string {
  return app.secrets.linkToken("invitation", `${id}:${mailedTo ?? ""}`);
}

/** The code on the letter. Whoever prints it can read it: it opens this one seat. */
export function invitationCode(app: Pick<App, "secrets">, id: InvitationId): string {
  return cardCode(app.secrets.cardBits(`invitation:${id}`));
}
