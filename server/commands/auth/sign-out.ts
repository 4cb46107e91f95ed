import { deviceOwner } from "~/app/domain/assembly/actor";
import type { CommandId, DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { endDevice } from "~/db/repositories/device";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";

/**
 * Signs one of the person's own devices out; from a device that opens one seat only, those of this seat. Refuses with `sign-in-needed`
 * and `not-found` (not theirs, or out already).
 */
export async function signOut(
  caller: Caller,
  commandId: CommandId | null,
  { deviceId }: { readonly deviceId: DeviceId },
): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "sign-out" }, async (tx) => {
    const ended = await endDevice(tx, { id: deviceId, ...deviceOwner(actor) }, app.clock.now());
    if (!ended) return refuse("not-found");
    return accept({
      value: { deviceId },
      journal: [{ action: "sign-out", subject: { kind: "device", id: deviceId } }],
      devicesEnded: [deviceId],
    });
  });
}
