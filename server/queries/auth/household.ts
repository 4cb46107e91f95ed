import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import { peopleAt } from "../../kernel/auth/people-at";
import type { Choice } from "./link-page";

/** Who shares the address whose code was right. Refuses with `code-expired` without a proof of that, or when the challenge is over. */
export async function household(
  { app }: Caller,
  mark: { readonly challengeId: SignInChallengeId; readonly proof: string | null } | null,
): Promise<Result<{ readonly people: readonly Choice[] }>> {
  const challenge = mark && (await findChallenge(app.stores.main, mark.challengeId));
  if (!challenge || !app.secrets.same(mark.proof ?? "", app.secrets.linkToken("proven", challenge.id)))
    return refuse("code-expired");
  if (challenge.usedAt || challenge.expiresAt.getTime() <= app.clock.now().getTime()) return refuse("code-expired");
  const people = await peopleAt(app.stores.main, challenge.email);
  return accept({ people: people.map(({ person: { id, name } }) => ({ personId: id, name })) });
}
