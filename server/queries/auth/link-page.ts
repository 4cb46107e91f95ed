import type { PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findChallengeByLink } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import { peopleAt } from "../../kernel/auth/people-at";

/** Somebody who may sign in with the link or code at hand. */
export interface Choice {
  readonly personId: PersonId;
  readonly name: string;
}

/** Whom the link of a mail signs in. Refuses with `link-unknown`, `mail-link-used`, `link-expired`. Nothing is spent. */
export async function linkPage(
  { app }: Caller,
  { token }: { readonly token: string },
): Promise<Result<{ readonly people: readonly Choice[] }>> {
  const challenge = await findChallengeByLink(app.stores.main, app.secrets.tokenHash(token));
  if (!challenge) return refuse("link-unknown");
  if (challenge.usedAt) return refuse("mail-link-used");
  if (challenge.expiresAt.getTime() <= app.clock.now().getTime()) return refuse("link-expired");
  const people = await peopleAt(app.stores.main, challenge.email);
  return people.length === 0
    ? refuse("link-unknown")
    : accept({ people: people.map(({ person: { id, name } }) => ({ personId: id, name })) });
}
