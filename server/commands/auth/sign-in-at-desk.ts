import type { AssemblyId, DeviceId, ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { HANDED_OVER_MS } from "~/app/domain/people/device-life";
import { expireDevice } from "~/db/repositories/device";
import type { Caller } from "../../context";
import { authorise } from "../kernel/authorise";
import { carryOut } from "../kernel/carry-out";
import { addDevice, confirmDevice, signInNote } from "./add-device";
import { handedIn } from "./handed-in";

export interface SignInAtDesk {
  readonly assemblyId: AssemblyId;
  readonly participationId: ParticipationId;
  /** The device in hand, on which the desk person is signed in until now. */
  readonly deskDeviceId: DeviceId;
  readonly userAgent: string | null;
}

/**
 * Turns the device in hand over to a member: it opens their seat and nothing else of theirs, and is no longer signed in as the desk person (the old sign-in ends within a minute,
 * so that a double click is answered). Refuses as `authorise` and `handedIn` do, and with `sign-in-over`.
 */
export async function signInAtDesk(
  caller: Caller,
  commandId: string,
  { assemblyId, participationId, deskDeviceId, userAgent }: SignInAtDesk,
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  const done = await carryOut(caller, { commandId, action: "device.sign-in-at-desk" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "device.sign-in-at-desk", assemblyId });
    if (!authorised.ok) return authorised;
    const member = await handedIn(tx, assemblyId, participationId);
    if (!member.ok) return member;
    const { personId } = member.value;
    const device = { userAgent, replaces: null };
    const deviceId = await addDevice(tx, app, { personId, means: "desk", only: participationId, device });
    await expireDevice(tx, deskDeviceId, new Date(app.clock.now().getTime() + HANDED_OVER_MS));
    const subject = { kind: "participation", id: participationId };
    return accept({
      value: { deviceId },
      journal: [
        { action: "device.sign-in-at-desk", assemblyId, subject, data: { deskDeviceId, deviceId } },
        signInNote({ personId, means: "desk" }),
      ],
      rightsChanged: [actor.personId],
    });
  });
  return done.ok ? confirmDevice(app, done.value.deviceId) : done;
}
