import type { DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type DeviceRow, listDevices } from "~/db/repositories/device";
import type { Caller, SignedIn } from "../../context";

export interface MyDevice extends Pick<DeviceRow, "id" | "label" | "means"> {
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number;
  readonly here: boolean;
}

/** Where the person is signed in, this device first; a device that opens one seat only shows those of this seat. Refuses with `sign-in-needed`. */
export async function myDevices(
  { app, actor }: Caller,
  signedIn: SignedIn | null,
): Promise<Result<{ readonly devices: readonly MyDevice[] }>> {
  if (!signedIn || actor.kind !== "person") return refuse("sign-in-needed");
  const rows = await listDevices(app.stores.main, actor, app.clock.now());
  const devices = rows.map((row) => toDevice(row, signedIn.deviceId));
  return accept({ devices: [...devices.filter(({ here }) => here), ...devices.filter(({ here }) => !here)] });
}

function toDevice({ id, label, means, createdAt, lastSeenAt }: DeviceRow, hereId: DeviceId): MyDevice {
  return {
    id,
    label,
    means,
    createdAtMs: createdAt.getTime(),
    lastSeenAtMs: lastSeenAt.getTime(),
    here: id === hereId,
  };
}
