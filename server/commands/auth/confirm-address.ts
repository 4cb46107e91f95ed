import { onlyInPerson } from "~/app/domain/assembly/actor";
import type { DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { MOST_TRIES, readSignInCode } from "~/app/domain/people/sign-in-code";
import { saveEmail } from "~/db/repositories/person";
import { countTry, type SignInChallengeId, spendChallenge } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import { carryOut } from "../kernel/carry-out";
import { proveAddress } from "./prove-address";
import { whyNoTry } from "./why-no-try";

export interface ConfirmAddress {
  readonly challengeId: SignInChallengeId | null;
  readonly code: string;
  /** Where the code is typed: whoever the person turns out to be stays signed in there. */
  readonly deviceId: DeviceId;
}

/**
 * Proves the address somebody claimed, by the code that was mailed to it. Who is known under it by the same name is the same person from
 * now on. The try is counted before the code is compared. Refuses as `onlyInPerson` does, `code-not-six-digits`, `code-wrong`
 * (left: tries), `code-expired`, `code-used`, `too-many-tries`.
 */
export async function confirmAddress(
  caller: Caller,
  commandId: string,
  { challengeId, code, deviceId }: ConfirmAddress,
): Promise<Result<{ readonly email: string }>> {
  const { app, actor } = caller;
  const self = onlyInPerson(actor);
  if (!self.ok) return self;
  const { personId } = self.value;
  const digits = readSignInCode(code);
  if (!digits) return refuse("code-not-six-digits", {}, "code");
  if (!challengeId) return refuse("code-expired", {}, "code");
  const counted = await countTry(app.stores.main, challengeId, { most: MOST_TRIES, now: app.clock.now() });
  if (!counted) return refuse(await whyNoTry(app, challengeId), {}, "code");
  if (counted.claimedBy !== personId) return refuse("code-expired", {}, "code");
  const expected = app.secrets.keyedHash("sign-in-code", `${counted.id}:${digits}`);
  if (!app.secrets.same(expected, counted.codeHash))
    return refuse("code-wrong", { left: MOST_TRIES - counted.tries }, "code");
  const { email } = counted;
  return carryOut(caller, { commandId, action: "address.confirm" }, async (tx) => {
    const at = app.clock.now();
    if (!(await spendChallenge(tx, counted.id, at))) return refuse("code-used", {}, "code");
    await saveEmail(tx, personId, email);
    const proven = await proveAddress(tx, { email, personId: personId, provenOn: deviceId, at });
    return accept({
      value: { email },
      journal: [{ action: "address.confirm", subject: { kind: "person", id: personId } }, ...(proven?.journal ?? [])],
      rightsChanged: [personId, ...(proven ? [proven.personId] : [])],
    });
  });
}
