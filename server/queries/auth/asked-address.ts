import { findChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";

/** The address this device asked a code for, to show it to the one who typed it; null when there is none or it is over. */
export async function askedAddress({ app }: Caller, challengeId: SignInChallengeId | null): Promise<string | null> {
  const challenge = challengeId && (await findChallenge(app.stores.main, challengeId));
  const open = challenge && !challenge.usedAt && challenge.expiresAt.getTime() > app.clock.now().getTime();
  return open ? challenge.email : null;
}
