import { deviceOwner, system } from "~/app/domain/assembly/actor";
import type { DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { endExpiredDevices, endOtherDevices } from "~/db/repositories/device";
import type { App, Caller } from "../../context";
import { carryOut, type JournalNote } from "../../kernel/carry-out";

/** Signs a person out everywhere but on the device they ask from (which may end those of its own seat only). Refuses with `sign-in-needed`. */
export async function signOutOthers(
  caller: Caller,
  commandId: string,
  { deviceId }: { readonly deviceId: DeviceId },
): Promise<Result<{ readonly ended: number }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "sign-out.others" }, async (tx) => {
    const ended = await endOtherDevices(tx, { id: deviceId, ...deviceOwner(actor) }, app.clock.now());
    const journal = ended.map((id) => noteOf("sign-out", id));
    return accept({ value: { ended: ended.length }, journal, devicesEnded: ended });
  });
}

/** Ends the devices whose time is over, so that what they have open closes though nobody asks anything of them. Refuses as `carryOut` does. */
export async function endExpired(app: App): Promise<Result<null>> {
  const order = { commandId: null, action: "device.expire" };
  return carryOut<null>({ app, actor: system }, order, async (tx) => {
    const ended = await endExpiredDevices(tx, app.clock.now());
    return accept({ value: null, journal: ended.map((id) => noteOf("device.expire", id)), devicesEnded: ended });
  });
}

const noteOf = (action: string, id: DeviceId): JournalNote => ({ action, subject: { kind: "device", id } });
