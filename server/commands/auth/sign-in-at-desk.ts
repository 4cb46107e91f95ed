import { visitor } from "~/app/domain/assembly/actor";
import type { AssemblyId, CommandId, DeviceId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { endDevice } from "~/db/repositories/device";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { addDevice, confirmDevice, keptDevice, signInNote } from "./add-device";
import { handedIn } from "./handed-in";

export interface SignInAtDesk {
  readonly assemblyId: AssemblyId;
  readonly participationId: ParticipationId;
  /** The device in hand, on which the desk person is signed in until now. */
  readonly deskDeviceId: DeviceId;
  readonly userAgent: string | null;
  /** The network it asks from, shortened (`networkOf`). */
  readonly network?: string | null;
}

const ACTION = "device.sign-in-at-desk";

/**
 * Turns the device in hand over to a member: it opens their seat and nothing else of theirs, and is from then on no longer signed in as
 * the desk person; a repeat (a double click, whose cookie is the old one) is answered all the same. Refuses as `authorise` and `handedIn`
 * do, and with `sign-in-over`.
 */
export async function signInAtDesk(
  caller: Caller,
  commandId: CommandId,
  { assemblyId, participationId, deskDeviceId, userAgent, network = null }: SignInAtDesk,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const done = await carryOut(
    caller,
    { commandId, action: ACTION, repeatedBy: visitor, proof: deskDeviceId },
    async (tx) => {
      const authorised = await authorise(tx, actor, { action: ACTION, assemblyId });
      if (!authorised.ok) return authorised;
      const member = await handedIn(tx, assemblyId, participationId);
      if (!member.ok) return member;
      const { personId } = member.value;
      const deviceId = await addDevice(tx, app, {
        personId,
        means: "desk",
        only: participationId,
        device: { userAgent, replaces: null, network },
      });
      await endDevice(tx, { id: deskDeviceId, personId: actor.personId }, app.clock.now());
      const subject = { kind: "participation", id: participationId };
      return accept({
        value: { deviceId },
        journal: [
          { action: ACTION, assemblyId, subject, data: { deskDeviceId, deviceId } },
          signInNote({ personId, means: "desk" }),
        ],
        devicesEnded: [deskDeviceId],
      });
    },
  );
  return done.ok ? confirmDevice(app, done.value.deviceId) : done;
}

/**
 * The answer to a hand-over that was carried out: the device that asks again, by its old cookie, is nobody's any more. Refuses with
 * `sign-in-needed`.
 */
export async function signedInAtDesk(
  { app }: { readonly app: App },
  commandId: CommandId,
  deskDeviceId: DeviceId | null,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const kept = deskDeviceId && (await keptDevice(app, { commandId, action: ACTION, proof: deskDeviceId }));
  return kept || refuse("sign-in-needed");
}
