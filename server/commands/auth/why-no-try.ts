import { findChallenge, type SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { App } from "../../context";

/** Why no try is left on a challenge. */
export async function whyNoTry(
  app: App,
  id: SignInChallengeId,
): Promise<"code-used" | "code-expired" | "too-many-tries"> {
  const challenge = await findChallenge(app.stores.main, id);
  if (challenge?.usedAt) return "code-used";
  const over = !challenge || challenge.expiresAt.getTime() <= app.clock.now().getTime();
  return over ? "code-expired" : "too-many-tries";
}
