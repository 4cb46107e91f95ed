import { visitor } from "~/app/domain/assembly/actor";
import type { DeviceId, PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { findPeopleByEmail } from "~/db/repositories/person";
import { type SignInChallengeRow, spendChallenge as spend } from "~/db/repositories/sign-in-challenge";
import type { App } from "../../context";
import { carryOut } from "../kernel/carry-out";
import { type AskingDevice, addDevice, confirmDevice, signInNote } from "./add-device";

export const SPEND_ACTION = "sign-in";

export interface SpendChallenge {
  readonly challenge: SignInChallengeRow;
  readonly personId: PersonId;
  readonly means: "code" | "link";
  readonly device: AskingDevice;
}

/**
 * Uses a challenge up, code and link together, and signs the device in as one of the people with its address. The caller has checked
 * the code or the link. Refuses with `code-used`, `not-found` (nobody of that address), `sign-in-over` (a repeat after sign-out).
 */
export async function spendChallenge(
  app: App,
  commandId: string,
  { challenge, personId, means, device }: SpendChallenge,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const order = { commandId, action: SPEND_ACTION };
  const done = await carryOut({ app, actor: visitor }, order, async (tx) => {
    const people = await findPeopleByEmail(tx, challenge.email);
    if (!people.some(({ id }) => id === personId)) return refuse("not-found");
    if (!(await spend(tx, challenge.id, app.clock.now()))) return refuse("code-used");
    const deviceId = await addDevice(tx, app, { personId, means, device });
    return accept({ value: { deviceId }, journal: [signInNote({ personId, means })] });
  });
  return done.ok ? confirmDevice(app, done.value.deviceId) : done;
}
