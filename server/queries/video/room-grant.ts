import type { MaySend } from "~/app/domain/deliberation/may-send";
import { type AssemblyId, type DeviceId, type ParticipationId, type PersonId, readId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import { listHeldEver } from "~/db/repositories/video-place";
import type { Caller } from "../../context";
import { type RoomPlace, roomRight } from "./room-right";

export interface RoomGrantRequest extends RoomPlace {
  readonly deviceId: DeviceId;
  readonly name: string;
}

/** The way into one video room; `video: "off"` where no video server is configured. */
export type RoomGrant =
  | { readonly video: "off" }
  | {
      readonly video: "on";
      readonly url: string;
      readonly token: string;
      readonly room: string;
      readonly maySend: MaySend;
      readonly participationId: ParticipationId;
      /** All roles of the person in the assembly, whichever device opens which: none of them is played to themself. */
      readonly own: readonly ParticipationId[];
    };

/**
 * A token for the room where the person is now. Refuses `session-not-running`, `place-not-yours` (a member outside their group while
 * a round is open; a group of another round) and what `permits` refuses.
 */
export async function roomGrant(caller: Caller, request: RoomGrantRequest): Promise<Result<RoomGrant>> {
  const { app } = caller;
  const { assemblyId, sessionId, groupId, deviceId, name } = request;
  const right = await roomRight(caller, { assemblyId, sessionId, groupId });
  if (!right.ok) return right;
  const { url } = app.video;
  if (url === null) return accept({ video: "off" });
  const { room, participationId, maySend } = right.value;
  const identity = identityOf(participationId, deviceId);
  const token = await app.video.token({ room, identity, name, maySend });
  const own = await rolesOfPerson(caller, assemblyId);
  return accept({ video: "on", url, token, room, maySend, participationId, own });
}

async function rolesOfPerson({ app, actor }: Caller, assemblyId: AssemblyId): Promise<readonly ParticipationId[]> {
  const held = actor.kind === "person" ? await listHeldEver(app.stores.main, [actor.personId]) : [];
  return held.filter((role) => role.assemblyId === assemblyId).map(({ id }) => id);
}

/** One person on one device: a page that is loaded again takes the place of the one before, a second device stands beside it. */
export function identityOf(participationId: ParticipationId, deviceId: DeviceId): string {
  return `${participationId}.${deviceId.slice(0, 6)}`;
}

/** The device among these that an identity names; undefined when it is none of them. */
export function deviceBehind<D extends { readonly id: DeviceId }>(
  identity: string,
  devices: readonly D[],
): D | undefined {
  const participationId = participationIn(identity);
  return participationId === null ? undefined : devices.find(({ id }) => identityOf(participationId, id) === identity);
}

/** Whose connection an identity is; null for one that we did not let in. */
export function participationIn(identity: string): ParticipationId | null {
  return readId(identity.split(".")[0]);
}

/** Whose connections these are, each once. */
export function participationsIn(there: readonly { readonly identity: string }[]): readonly ParticipationId[] {
  return [...new Set(there.flatMap(({ identity }) => participationIn(identity) ?? []))];
}

/** The person behind an identity, of those whose participations were asked for. */
export function ownerOf(owners: ReadonlyMap<ParticipationId, PersonId>, identity: string): PersonId | undefined {
  const participationId = participationIn(identity);
  return participationId === null ? undefined : owners.get(participationId);
}
