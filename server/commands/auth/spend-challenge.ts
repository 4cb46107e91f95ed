import { visitor } from "~/app/domain/assembly/actor";
import type { CommandId, DeviceId, PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type SignInChallengeRow, spendChallenge as spend } from "~/db/repositories/sign-in-challenge";
import type { App } from "../../context";
import { carryOut } from "../../kernel/carry-out";
import { type AskingDevice, addDevice, confirmDevice, endedBy, signInNote } from "./add-device";
import { proveAddress } from "./prove-address";

export const SPEND_ACTION = "sign-in";

export interface SpendChallenge {
  readonly challenge: SignInChallengeRow;
  readonly personId: PersonId;
  readonly means: "code" | "link";
  readonly device: AskingDevice;
  /** What was shown: the code with its mail, or the link. */
  readonly proof: string;
}

/**
 * Uses a challenge up, code and link together, and signs the device in as one of the people with its address, which is proven by it.
 * The caller has checked the code or the link. Refuses with `code-used`, `mail-link-used`, `link-expired`, `not-found` (nobody of that address), `code-expired` (a
 * challenge that only proves an address), `sign-in-over` (a repeat after sign-out).
 */
export async function spendChallenge(
  app: App,
  commandId: CommandId,
  { challenge, personId, means, device, proof }: SpendChallenge,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const order = { commandId, action: SPEND_ACTION, proof };
  const done = await carryOut({ app, actor: visitor }, order, async (tx) => {
    if (challenge.claimedBy !== null) return refuse("code-expired");
    const at = app.clock.now();
    const proven = await proveAddress(tx, { email: challenge.email, personId, at });
    if (!proven) return refuse("not-found");
    const isLink = means === "link";
    if (challenge.usedAt === null && challenge.expiresAt <= at) return refuse(isLink ? "link-expired" : "code-expired");
    if (!(await spend(tx, challenge.id, at))) return refuse(isLink ? "mail-link-used" : "code-used");
    const deviceId = await addDevice(tx, app, { personId: proven.personId, means, only: null, device });
    return accept({
      value: { deviceId },
      journal: [...proven.journal, signInNote({ personId: proven.personId, means })],
      facts: proven.facts,
      rightsChanged: proven.joined,
      ...endedBy(device, proven.devicesEnded),
    });
  });
  return done.ok ? confirmDevice(app, done.value.deviceId) : done;
}
