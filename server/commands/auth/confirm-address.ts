import { onlyInPerson } from "~/app/domain/assembly/actor";
import type { CommandId, DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findAnswer, provenAddress } from "~/db/repositories/command-receipt";
import { proveDevice } from "~/db/repositories/device";
import { findPerson, saveEmail } from "~/db/repositories/person";
import { findChallenge, spendChallenge } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { receiptKey } from "../../kernel/receipt-key";
import type { AskedChallenge } from "./ask-for-code";
import { rightCode } from "./enter-code";
import { proveAddress } from "./prove-address";

const ACTION = "address.confirm";

export interface ConfirmAddress {
  readonly challenge: AskedChallenge | null;
  readonly code: string;
  /** Where the code is typed: whoever the person turns out to be stays signed in there. */
  readonly deviceId: DeviceId;
}

/**
 * Proves the address somebody claimed, by the code that was mailed to it. Who is known under it by the same name is the same person from
 * now on. Refuses as `onlyInPerson` and `rightCode` do, with `code-expired` (a code for something else), `code-used`, and
 * `address-proven` (another one, meanwhile).
 */
export async function confirmAddress(
  caller: Caller,
  commandId: CommandId,
  { challenge, code, deviceId }: ConfirmAddress,
): Promise<Result<{ readonly email: string }>> {
  const { app, actor } = caller;
  const self = onlyInPerson(actor);
  if (!self.ok) return self;
  const { personId } = self.value;
  const right = await rightCode(app, { challenge, code });
  // The first click of a double click, or one whose answer got lost, has confirmed it: for who they were then, before they were joined.
  const asked = challenge && (await findChallenge(app.stores.main, challenge.challengeId));
  const then = { ...self.value, personId: asked?.claimedBy ?? personId };
  const key = receiptKey(app, then, { commandId, action: ACTION });
  const answer = right.ok || !key ? undefined : await findAnswer(app.stores.main, key, provenAddress);
  if (answer !== undefined) return accept(answer);
  if (!right.ok) return right;
  const { id, email, claimedBy } = right.value;
  if (claimedBy !== personId) return refuse("code-expired", {}, "code");
  return carryOut(caller, { commandId, action: ACTION }, async (tx) => {
    const at = app.clock.now();
    const person = await findPerson(tx, personId);
    if (person?.email && person.emailProvenAt !== null) return refuse("address-proven", {}, "code");
    if (!(await spendChallenge(tx, id, at))) return refuse("code-used", {}, "code");
    await saveEmail(tx, personId, email);
    const proven = await proveAddress(tx, { email, personId, provenOn: deviceId, at });
    await proveDevice(tx, deviceId, at);
    return accept({
      value: { email },
      journal: [{ action: ACTION, subject: { kind: "person", id: personId } }, ...(proven?.journal ?? [])],
      facts: proven?.facts ?? [],
      rightsChanged: [personId, ...(proven ? [proven.personId, ...proven.joined] : [])],
      devicesEnded: proven?.devicesEnded ?? [],
    });
  });
}
