import { cookieName } from "~/app/domain/kernel/cookie";
import { readId } from "~/app/domain/kernel/ids";
import { CODE_LIFE_MS } from "~/app/domain/people/sign-in-code";
import type { SignInChallengeId } from "~/db/repositories/sign-in-challenge";
import type { App } from "../context";
import { jarOf, readCookie, setCookie } from "./cookie";

const name = "hemicycle_sign_in";

/**
 * What a device that asked for a code remembers: for which mail, for which address and when, and once the code was right, the proof of
 * it. Signed by us: of an address that is not known nothing is kept here.
 */
export interface ChallengeMark {
  readonly challengeId: SignInChallengeId;
  readonly email: string;
  readonly askedAtMs: number;
  readonly proof: string | null;
}

type Signing = Pick<App, "secrets" | "baseUrl">;

/** The mark in a Cookie header; null when there is none of ours. */
export function challengeMark(cookieHeader: string | undefined | null, app: Signing): ChallengeMark | null {
  const value = readCookie(cookieHeader, cookieName(name, jarOf(app))) ?? "";
  const [id = "", askedAt = "", email = "", signature = "", proof] = value.split(".", 5);
  const challengeId: SignInChallengeId | null = readId(id);
  const signed = `${id}.${askedAt}.${email}`;
  if (challengeId === null || !app.secrets.same(signature, app.secrets.linkToken("challenge-mark", signed)))
    return null;
  return {
    challengeId,
    email: Buffer.from(email, "base64url").toString("utf8"),
    askedAtMs: Number.parseInt(askedAt, 36),
    proof: readId(proof),
  };
}

/** The Set-Cookie that keeps a mark for as long as the code lives. */
export function challengeCookie({ challengeId, askedAtMs, email, proof }: ChallengeMark, app: Signing): string {
  const signed = `${challengeId}.${askedAtMs.toString(36)}.${Buffer.from(email, "utf8").toString("base64url")}`;
  const value = `${signed}.${app.secrets.linkToken("challenge-mark", signed)}${proof === null ? "" : `.${proof}`}`;
  return setCookie(cookieName(name, jarOf(app)), { value, maxAgeS: CODE_LIFE_MS / 1000 }, jarOf(app));
}

export function forgottenChallengeCookie(app: Pick<App, "baseUrl">): string {
  return setCookie(cookieName(name, jarOf(app)), { value: "", maxAgeS: 0 }, jarOf(app));
}
