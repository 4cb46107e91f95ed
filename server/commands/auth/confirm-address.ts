import { onlyInPerson } from "~/app/domain/assembly/actor";
import type { DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { proveDevice } from "~/db/repositories/device";
import { saveEmail } from "~/db/repositories/person";
import { spendChallenge } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import { carryOut } from "../kernel/carry-out";
import type { AskedChallenge } from "./ask-for-code";
import { rightCode } from "./enter-code";
import { proveAddress } from "./prove-address";

export interface ConfirmAddress {
  readonly challenge: AskedChallenge | null;
  readonly code: string;
  /** Where the code is typed: whoever the person turns out to be stays signed in there. */
  readonly deviceId: DeviceId;
}

/**
 * Proves the address somebody claimed, by the code that was mailed to it. Who is known under it by the same name is the same person from
 * now on. Refuses as `onlyInPerson` and `rightCode` do, with `code-expired` (a code for something else) and `code-used`.
 */
export async function confirmAddress(
  caller: Caller,
  commandId: string,
  { challenge, code, deviceId }: ConfirmAddress,
): Promise<Result<{ readonly email: string }>> {
  const { app, actor } = caller;
  const self = onlyInPerson(actor);
  if (!self.ok) return self;
  const { personId } = self.value;
  const right = await rightCode(app, { challenge, code });
  if (!right.ok) return right;
  const { id, email, claimedBy } = right.value;
  if (claimedBy !== personId) return refuse("code-expired", {}, "code");
  return carryOut(caller, { commandId, action: "address.confirm" }, async (tx) => {
    const at = app.clock.now();
    if (!(await spendChallenge(tx, id, at))) return refuse("code-used", {}, "code");
    await saveEmail(tx, personId, email);
    const proven = await proveAddress(tx, { email, personId, provenOn: deviceId, at });
    await proveDevice(tx, deviceId, at);
    return accept({
      value: { email },
      journal: [{ action: "address.confirm", subject: { kind: "person", id: personId } }, ...(proven?.journal ?? [])],
      rightsChanged: [personId, ...(proven ? [proven.personId] : [])],
    });
  });
}
