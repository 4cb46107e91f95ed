import { deviceOwner } from "~/app/domain/assembly/actor";
import type { CommandId, DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { endOtherDevices } from "~/db/repositories/device";
import type { Caller } from "../../context";
import { carryOut } from "../../kernel/carry-out";

/** Signs a person out everywhere but on the device they ask from (which may end those of its own seat only). Refuses with `sign-in-needed`. */
export async function signOutOthers(
  caller: Caller,
  commandId: CommandId,
  { deviceId }: { readonly deviceId: DeviceId },
): Promise<Result<{ readonly ended: number }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "sign-out.others" }, async (tx) => {
    const ended = await endOtherDevices(tx, { id: deviceId, ...deviceOwner(actor) }, app.clock.now());
    const journal = ended.map((id) => ({ action: "sign-out", subject: { kind: "device", id } }));
    return accept({ value: { ended: ended.length }, journal, devicesEnded: ended });
  });
}
