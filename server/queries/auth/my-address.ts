import { onlyInPerson } from "~/app/domain/assembly/actor";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findPerson } from "~/db/repositories/person";
import { findChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";

export interface MyAddress {
  /** Their address, once proven. */
  readonly email: string | null;
  /** Where the code went that this device may enter; null when there is none, or it is over. */
  readonly waitsFor: string | null;
}

/** The address of whoever is signed in. Refuses as `onlyInPerson` does. */
export async function myAddress(
  { app, actor }: Caller,
  challengeId: SignInChallengeId | null,
): Promise<Result<MyAddress>> {
  const self = onlyInPerson(actor);
  if (!self.ok) return self;
  const person = await findPerson(app.stores.main, self.value.personId);
  if (!person) return refuse("sign-in-needed");
  const challenge = challengeId && (await findChallenge(app.stores.main, challengeId));
  const mine = challenge && challenge.claimedBy === person.id && challenge.usedAt === null;
  const open = mine && challenge.expiresAt.getTime() > app.clock.now().getTime();
  return accept({
    email: person.emailProvenAt === null ? null : person.email,
    waitsFor: open ? challenge.email : null,
  });
}
