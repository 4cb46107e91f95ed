import { isId } from "~/app/domain/kernel/ids";
import { CODE_LIFE_MS } from "~/app/domain/people/sign-in-code";
import type { SignInChallengeId } from "~/db/repositories/sign-in-challenge";

const name = "hemicycle_sign_in";

/** What a device that asked for a code remembers: for which mail, and once the code was right, the proof of it. */
export interface ChallengeMark {
  readonly challengeId: SignInChallengeId;
  readonly proof: string | null;
}

export function challengeMark(cookieHeader: string | undefined | null): ChallengeMark | null {
  for (const part of (cookieHeader ?? "").split(";")) {
    const [key, value = ""] = part.trim().split("=", 2);
    const [challengeId = "", proof] = value.split(".", 2);
    if (key !== name || !isId(challengeId)) continue;
    return { challengeId: challengeId as SignInChallengeId, proof: proof && isId(proof) ? proof : null };
  }
  return null;
}

export function challengeCookie({ challengeId, proof }: ChallengeMark, secure: boolean): string {
  const value = proof === null ? challengeId : `${challengeId}.${proof}`;
  return cookie(value, CODE_LIFE_MS / 1000, secure);
}

export function forgottenChallengeCookie(secure: boolean): string {
  return cookie("", 0, secure);
}

function cookie(value: string, maxAgeS: number, secure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${secure ? "; Secure" : ""}`;
}
