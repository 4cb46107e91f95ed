import type { Actor } from "~/app/domain/assembly/actor";
import type { PersonId } from "~/app/domain/kernel/ids";
import { listSignedIn } from "~/db/repositories/device";
import { deviceBehind } from "../queries/video/room-grant";
import type { UsherOptions } from "./usher-options";

/** Somebody connected to a room: an identity, and whose it is. */
export interface Connected {
  readonly identity: string;
  readonly personId: PersonId;
}

/**
 * Who is connected, with the rights of the device they are connected from: a card's device keeps its one seat whatever else its person
 * holds, and gains nothing by it. A device that has ended is `showOutEverywhere`'s concern.
 */
export async function actorThere({ app, actorOf }: UsherOptions, { identity, personId }: Connected): Promise<Actor> {
  const devices = await listSignedIn(app.stores.main, [personId], app.clock.now());
  const device = deviceBehind(identity, devices);
  return actorOf(personId, device?.participationId ?? null);
}
