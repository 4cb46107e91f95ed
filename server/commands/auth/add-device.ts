import { visitor } from "~/app/domain/assembly/actor";
import { type DeviceId, newId, type ParticipationId, type PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { deviceLabel } from "~/app/domain/people/device-label";
import { deviceEndsAfterUse, SIGN_IN_REPEAT_MS } from "~/app/domain/people/device-life";
import type { Main } from "~/db/connect";
import { addedDevice, findAnswer } from "~/db/repositories/command-receipt";
import { type DeviceRow, endDevice, findDevice, insertDevice } from "~/db/repositories/device";
import type { App } from "../../context";
import type { Done, JournalNote } from "../../kernel/carry-out";
import { type Order, receiptKey } from "../../kernel/receipt-key";

/** The device that asks to be signed in: what its browser says it is, and as whom it was signed in until now. */
export interface AskingDevice {
  readonly userAgent: string | null;
  readonly replaces: { readonly deviceId: DeviceId; readonly personId: PersonId } | null;
  /** The network it asks from, shortened (`networkOf`). */
  readonly network?: string | null;
}

export interface NewDevice {
  readonly personId: PersonId;
  readonly means: DeviceRow["means"];
  /** The one participation it opens, when somebody else could read what it was signed in by; null when the person proved who they are. */
  readonly only: ParticipationId | null;
  readonly device: AskingDevice;
}

/**
 * Signs a device in, inside a command's transaction, and ends what it was signed in as before. Its token follows from its id
 * (`app.secrets.deviceToken`), so that the command may answer with the id alone. The command passes on what has ended (`endedBy`).
 */
export async function addDevice(tx: Main, app: App, { personId, means, only, device }: NewDevice): Promise<DeviceId> {
  const now = app.clock.now();
  const id = newId<"device">(app.random);
  const { replaces, userAgent, network = null } = device;
  if (replaces) await endDevice(tx, { id: replaces.deviceId, personId: replaces.personId }, now);
  await insertDevice(tx, {
    id,
    tokenHash: app.secrets.tokenHash(app.secrets.deviceToken(id)),
    personId,
    label: deviceLabel(userAgent),
    means,
    participationId: only,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: deviceEndsAfterUse(now, false),
    endedAt: null,
    // What an organiser printed, read or handed over shows nothing of who somebody is.
    provenAt: only === null ? now : null,
    network,
    hostCookieAt: now,
  });
  return id;
}

/** For a command's `Done`: what this device was signed in as before, and what a proof ended beside it, is closed wherever it is open. */
export function endedBy(
  { replaces }: AskingDevice,
  beside: readonly DeviceId[] = [],
): Required<Pick<Done<unknown>, "devicesEnded">> {
  return { devicesEnded: [...beside, ...(replaces ? [replaces.deviceId] : [])] };
}

/** The journal's line for a sign-in: who and by what means, never an address. */
export function signInNote({ personId, means }: Pick<NewDevice, "personId" | "means">): JournalNote {
  return { action: "sign-in", subject: { kind: "person", id: personId }, data: { means } };
}

/** The device that a command of somebody not signed in has answered before; undefined where it has not. Refuses as `confirmDevice` does. */
export async function keptDevice(app: App, order: Order): Promise<Result<{ readonly deviceId: DeviceId }> | undefined> {
  const key = receiptKey(app, visitor, order);
  const answer = key ? await findAnswer(app.stores.main, key, addedDevice) : undefined;
  return answer === undefined ? undefined : confirmDevice(app, answer.deviceId);
}

/**
 * Confirms that a device answered by a repeated command is still signed in and young: the "back" button of a shared computer must not
 * sign somebody in again after they left. Refuses with `sign-in-over`.
 */
export async function confirmDevice(app: App, deviceId: DeviceId): Promise<Result<{ readonly deviceId: DeviceId }>> {
  const now = app.clock.now();
  const device = await findDevice(app.stores.main, deviceId, now);
  const young = device && now.getTime() - device.createdAt.getTime() < SIGN_IN_REPEAT_MS;
  return young ? accept({ deviceId }) : refuse("sign-in-over");
}
