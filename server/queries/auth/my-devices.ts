import { deviceOwner, onlyInPerson } from "~/app/domain/assembly/actor";
import type { DeviceId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { type DeviceRow, listDevices } from "~/db/repositories/device";
import { findPerson } from "~/db/repositories/person";
import type { Caller, SignedIn } from "../../context";

/** Where a device was signed in from, as far as it can be told without asking anybody else. */
export type SignedInFrom =
  | { readonly kind: "unknown" | "local" | "same-network" }
  | { readonly kind: "network"; readonly network: string };

export interface MyDevice extends Pick<DeviceRow, "id" | "label" | "means"> {
  readonly from: SignedInFrom;
  readonly createdAtMs: number;
  readonly lastSeenAtMs: number;
  readonly here: boolean;
}

export interface MyDevices {
  readonly devices: readonly MyDevice[];
  /** They may give an address of theirs, and have proven none: without a way in of their own, a lost device is a lost way in. */
  readonly lacksAddress: boolean;
}

interface Asking {
  readonly signedIn: SignedIn | null;
  /** The network they ask from, shortened (`networkOf`). */
  readonly network: string | null;
}

/** Where the person is signed in, this device first; one that opens one seat only shows those of this seat. Refuses with `sign-in-needed`. */
export async function myDevices({ app, actor }: Caller, { signedIn, network }: Asking): Promise<Result<MyDevices>> {
  if (!signedIn || actor.kind !== "person") return refuse("sign-in-needed");
  const rows = await listDevices(app.stores.main, deviceOwner(actor), app.clock.now());
  const devices = rows.map((row) => toDevice(row, { hereId: signedIn.deviceId, network }));
  const person = onlyInPerson(actor).ok ? await findPerson(app.stores.main, actor.personId) : undefined;
  return accept({
    devices: [...devices.filter(({ here }) => here), ...devices.filter(({ here }) => !here)],
    lacksAddress: person !== undefined && person.emailProvenAt === null,
  });
}

interface Here {
  readonly hereId: DeviceId;
  readonly network: string | null;
}

function toDevice({ id, label, means, createdAt, lastSeenAt, network }: DeviceRow, here: Here): MyDevice {
  return {
    id,
    label,
    means,
    createdAtMs: createdAt.getTime(),
    lastSeenAtMs: lastSeenAt.getTime(),
    here: id === here.hereId,
    from: signedInFrom(network, here.network),
  };
}

function signedInFrom(network: string | null, now: string | null): SignedInFrom {
  if (network === null) return { kind: "unknown" };
  if (network === "local") return { kind: "local" };
  return network === now ? { kind: "same-network" } : { kind: "network", network };
}
