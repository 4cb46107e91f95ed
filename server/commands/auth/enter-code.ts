import type { DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Refused, type Result, refuse } from "~/app/domain/kernel/result";
import { CODE_LIFE_MS, MOST_TRIES, readSignInCode } from "~/app/domain/people/sign-in-code";
import { findReceipt } from "~/db/repositories/command-receipt";
import {
  countTry,
  findChallenge,
  type SignInChallengeId,
  type SignInChallengeRow,
} from "~/db/repositories/sign-in-challenge";
import type { App, Caller } from "../../context";
import { type AskingDevice, confirmDevice } from "./add-device";
import type { AskedChallenge } from "./ask-for-code";
import { countAsking } from "./count-asking";
import { peopleAt } from "./prove-address";
import { SPEND_ACTION, spendChallenge } from "./spend-challenge";

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
  commandId: string,
  { challenge, code, device }: EnterCode,
): Promise<Result<CodeEntered>> {
  const again = await repeated(app, commandId);
  if (again) return again;
  const right = await rightCode(app, { challenge, code });
  // The other click of a double click may have been answered since we asked.
  if (!right.ok) return (await repeated(app, commandId)) ?? right;
  return signIn(app, commandId, { challenge: right.value, device });
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
  const counted = await countTry(app.stores.main, challengeId, { most: MOST_TRIES, now: app.clock.now() });
  if (!counted) return notCounted(app, challengeId, digits);
  if (!app.secrets.same(codeHash(app, counted.id, digits), counted.codeHash)) return wrong(MOST_TRIES - counted.tries);
  return accept(counted);
}

const codeHash = ({ secrets }: App, id: SignInChallengeId, digits: string): string =>
  secrets.keyedHash("sign-in-code", `${id}:${digits}`);

/** Nobody is invited to a try that is not there. */
function wrong(left: number): Refused {
  return left > 0 ? refuse("code-wrong", { left }, "code") : refuse("code-tries-over", {}, "code");
}

async function signIn(
  app: App,
  commandId: string,
  { challenge, device }: { readonly challenge: SignInChallengeRow; readonly device: AskingDevice },
): Promise<Result<CodeEntered>> {
  const [first, ...others] = await peopleAt(app.stores.main, challenge.email);
  if (!first) return wrong(MOST_TRIES - challenge.tries);
  if (others.length > 0) return accept({ kind: "choose", proof: app.secrets.linkToken("proven", challenge.id) });
  const { id: personId } = first.person;
  const spent = await spendChallenge(app, commandId, { challenge, personId, means: "code", device });
  return spent.ok ? accept({ kind: "signed-in", deviceId: spent.value.deviceId }) : spent;
}

/** A code that was right once is not asked for again when its answer got lost on the way. */
async function repeated(app: App, commandId: string): Promise<Result<CodeEntered> | undefined> {
  const key = { sender: "visitor", id: commandId, action: SPEND_ACTION };
  const answer = await findReceipt(app.stores.main, key);
  if (answer === undefined) return undefined;
  const confirmed = await confirmDevice(app, (JSON.parse(answer) as { deviceId: DeviceId }).deviceId);
  return confirmed.ok ? accept({ kind: "signed-in", deviceId: confirmed.value.deviceId }) : confirmed;
}

function isOver({ clock }: App, { askedAtMs }: Pick<AskedChallenge, "askedAtMs">): boolean {
  return clock.now().getTime() - askedAtMs >= CODE_LIFE_MS;
}

/**
 * Of an address that is not known, or was sent enough, nothing is kept: its tries are counted in memory, and answered alike. So are those
 * of a code whose mail was used: only who types it right is told.
 */
async function notCounted(app: App, id: SignInChallengeId, digits: string): Promise<Refused> {
  const challenge = await findChallenge(app.stores.main, id);
  if (challenge && !challenge.usedAt)
    return refuse(
      isOver(app, { askedAtMs: challenge.createdAt.getTime() }) ? "code-expired" : "code-tries-over",
      {},
      "code",
    );
  const key = app.secrets.keyedHash("limit", `tries:${id}`);
  const most = MOST_TRIES - (challenge?.tries ?? 0);
  const { allowed, left } = app.recentUses.take(key, { most, windowMs: CODE_LIFE_MS }, app.clock.now());
  if (!allowed) return wrong(0);
  await countAsking(app.stores.main, app, null);
  const isRight = challenge && app.secrets.same(codeHash(app, id, digits), challenge.codeHash);
  return isRight ? refuse("code-used", {}, "code") : wrong(left);
}
