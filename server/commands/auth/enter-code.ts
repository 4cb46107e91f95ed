import type { CommandId, DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Refused, type Result, refuse } from "~/app/domain/kernel/result";
import { CODE_LIFE_MS, MOST_TRIES, readSignInCode } from "~/app/domain/people/sign-in-code";
import {
  countTry,
  findChallenge,
  type SignInChallengeId,
  type SignInChallengeRow,
} from "~/db/repositories/sign-in-challenge";
import type { App, Caller } from "../../context";
import { peopleAt } from "../../kernel/auth/people-at";
import { type AskingDevice, keptDevice } from "./add-device";
import type { AskedChallenge } from "./ask-for-code";
import { countAsking } from "./count-asking";
import { SPEND_ACTION, type SpendChallenge, spendChallenge } from "./spend-challenge";

export interface EnterCode {
  /** From the cookie of the device that asked: a stranger cannot use up somebody's tries. */
  readonly challenge: Pick<AskedChallenge, "challengeId" | "askedAtMs"> | null;
  readonly code: string;
  readonly device: AskingDevice;
}

/** Signed in; or the address belongs to several people, and `proof` lets this device say who (see `chooseWho`). */
export type CodeEntered =
  | { readonly kind: "signed-in"; readonly deviceId: DeviceId }
  | { readonly kind: "choose"; readonly proof: string };

/**
 * Signs in with the code of a mail. The try is counted before the code is compared, in one statement of its own, so that no refusal
 * takes it back. Refuses with `code-not-six-digits`, `code-wrong` (left: tries, one at least), `code-tries-over`, `code-expired`,
 * `code-used`.
 */
export async function enterCode(
  { app }: Caller,
  commandId: CommandId,
  { challenge, code, device }: EnterCode,
): Promise<Result<CodeEntered>> {
  const proof = `${challenge?.challengeId}:${readSignInCode(code)}`;
  const again = await repeated(app, commandId, proof);
  if (again) return again;
  const right = await rightCode(app, { challenge, code });
  // The other click of a double click may have been answered since we asked.
  if (!right.ok) return (await repeated(app, commandId, proof)) ?? right;
  return signIn(app, commandId, { challenge: right.value, device, proof });
}

/** The challenge whose code was typed; the try is counted before the code is compared. Refuses as `enterCode` does. */
export async function rightCode(
  app: App,
  { challenge, code }: Pick<EnterCode, "challenge" | "code">,
): Promise<Result<SignInChallengeRow>> {
  const digits = readSignInCode(code);
  if (!digits) return refuse("code-not-six-digits", {}, "code");
  if (!challenge || isOver(app, challenge)) return refuse("code-expired", {}, "code");
  const { challengeId } = challenge;
  const { allowed, left } = app.recentUses.take(
    app.secrets.keyedHash("limit", `tries:${challengeId}`),
    { most: MOST_TRIES, windowMs: CODE_LIFE_MS },
    app.clock.now(),
  );
  if (!allowed) return wrong(0);
  const counted = await countTry(app.stores.main, challengeId, { most: MOST_TRIES, now: app.clock.now() });
  if (counted && app.secrets.same(codeHash(app, counted.id, digits), counted.codeHash)) return accept(counted);
  if (!counted) await countAsking(app.stores.main, app, null);
  return (await whyNot(app, challengeId, digits)) ?? wrong(left);
}

const codeHash = ({ secrets }: App, id: SignInChallengeId, digits: string): string =>
  secrets.keyedHash("sign-in-code", `${id}:${digits}`);

/** Nobody is invited to a try that is not there. */
function wrong(left: number): Refused {
  return left > 0 ? refuse("code-wrong", { left }, "code") : refuse("code-tries-over", {}, "code");
}

async function signIn(
  app: App,
  commandId: CommandId,
  { challenge, device, proof }: Pick<SpendChallenge, "challenge" | "device" | "proof">,
): Promise<Result<CodeEntered>> {
  const [first, ...others] = await peopleAt(app.stores.main, challenge.email);
  if (!first) return wrong(MOST_TRIES - challenge.tries);
  if (others.length > 0) return accept({ kind: "choose", proof: app.secrets.linkToken("proven", challenge.id) });
  const { id: personId } = first.person;
  const spent = await spendChallenge(app, commandId, { challenge, personId, means: "code", device, proof });
  return spent.ok ? accept({ kind: "signed-in", deviceId: spent.value.deviceId }) : spent;
}

/** A code that was right once is not asked for again when its answer got lost on the way. */
async function repeated(app: App, commandId: CommandId, proof: string): Promise<Result<CodeEntered> | undefined> {
  const kept = await keptDevice(app, { commandId, action: SPEND_ACTION, proof });
  return kept?.ok ? accept({ kind: "signed-in", deviceId: kept.value.deviceId }) : kept;
}

function isOver({ clock }: App, { askedAtMs }: Pick<AskedChallenge, "askedAtMs">): boolean {
  return clock.now().getTime() - askedAtMs >= CODE_LIFE_MS;
}

/**
 * What only who types the right code is told. To everybody else a code that was used, or is over, is wrong as that of an address that is
 * not known, of which nothing is kept: what is left of the tries is counted in memory for all alike, and in the database for what is.
 */
async function whyNot(app: App, id: SignInChallengeId, digits: string): Promise<Refused | undefined> {
  const challenge = await findChallenge(app.stores.main, id);
  if (!challenge || !app.secrets.same(codeHash(app, id, digits), challenge.codeHash)) return undefined;
  if (challenge.usedAt) return refuse("code-used", {}, "code");
  const isLate = isOver(app, { askedAtMs: challenge.createdAt.getTime() });
  return refuse(isLate ? "code-expired" : "code-tries-over", {}, "code");
}
