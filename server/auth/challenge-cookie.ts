import { isId } from "~/app/domain/kernel/ids";
import { CODE_LIFE_MS } from "~/app/domain/people/sign-in-code";
import type { SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import { cookieName, type Jar, readCookie, setCookie } from "./cookie";

const name = "hemicycle_sign_in";

/** What a device that asked for a code remembers: for which mail, and once the code was right, the proof of it. */
export interface ChallengeMark {
  readonly challengeId: SignInChallengeId;
  readonly proof: string | null;
}

export function challengeMark(cookieHeader: string | undefined | null, jar: Jar): ChallengeMark | null {
  const [challengeId = "", proof] = (readCookie(cookieHeader, cookieName(name, jar)) ?? "").split(".", 2);
  if (!isId(challengeId)) return null;
  return { challengeId: challengeId as SignInChallengeId, proof: proof && isId(proof) ? proof : null };
}

export function challengeCookie({ challengeId, proof }: ChallengeMark, jar: Jar): string {
  const value = proof === null ? challengeId : `${challengeId}.${proof}`;
  return setCookie(cookieName(name, jar), { value, maxAgeS: CODE_LIFE_MS / 1000 }, jar);
}

export function forgottenChallengeCookie(jar: Jar): string {
  return setCookie(cookieName(name, jar), { value: "", maxAgeS: 0 }, jar);
}
