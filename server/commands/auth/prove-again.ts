import { onlyInPerson } from "~/app/domain/assembly/actor";
import type { CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findReceipt } from "~/db/repositories/command-receipt";
import { proveDevice } from "~/db/repositories/device";
import { findPerson } from "~/db/repositories/person";
import { type SignInChallengeRow, spendChallenge } from "~/db/repositories/sign-in-challenge";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { receiptKey } from "../../kernel/receipt-key";
import { type EnterCode, rightCode } from "./enter-code";

const ACTION = "device.prove";

/**
 * Notes that the person at this device has shown again who they are, by the code of a mail to their own address: what is grave may be
 * asked from it for the next hours. Refuses as `onlyInPerson` does, with `not-found` (a code for another address), and as `rightCode` does.
 */
export async function proveAgain(
  caller: Caller,
  commandId: CommandId,
  entered: Pick<EnterCode, "challenge" | "code">,
): Promise<Result<null>> {
  const { app, actor } = caller;
  const self = onlyInPerson(actor);
  if (!self.ok) return self;
  if (self.value.device === undefined) return refuse("sign-in-needed");
  const key = receiptKey(app, self.value, { commandId, action: ACTION });
  const done = async () => (key ? findReceipt(app.stores.main, key) : undefined);
  if ((await done()) !== undefined) return accept(null);
  const right = await rightCode(app, entered);
  if (!right.ok) return (await done()) === undefined ? right : accept(null);
  return prove(caller, commandId, right.value);
}

function prove(caller: Caller, commandId: CommandId, challenge: SignInChallengeRow): Promise<Result<null>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: ACTION }, async (tx) => {
    if (actor.kind !== "person" || actor.device === undefined) return refuse("sign-in-needed");
    const person = await findPerson(tx, actor.personId);
    if (!person?.email || person.email !== challenge.email) return refuse("not-found", {}, "code");
    const now = app.clock.now();
    if (!(await spendChallenge(tx, challenge.id, now))) return refuse("code-used", {}, "code");
    const { id } = actor.device;
    await proveDevice(tx, id, now);
    return accept({ value: null, journal: [{ action: ACTION, subject: { kind: "device", id } }] });
  });
}
