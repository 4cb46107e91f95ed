import { listSignedIn, ownersOfDevices } from "~/db/repositories/device";
import { listEveryOpenRoom, listOwners, type OpenRoom } from "~/db/repositories/video-place";
import type { Announcer } from "../announcer/announcer";
import type { App } from "../context";
import { eachByItself } from "../jobs/run-due";
import { deviceBehind, ownerOf, participationsIn } from "../queries/video/room-grant";
import { roomName } from "../queries/video/room-right";
import { roomsInReach } from "../queries/video/rooms-in-reach";

type Seen = Pick<App, "stores" | "clock" | "video">;

/**
 * Shows out of every room that is open whoever is there under a device that has ended: a token opens its room for as long as it lives,
 * whatever became of the device it was given to, and a video server that knows nothing of devices lets a removed one in again with it.
 */
export async function showOutEverywhere(app: Seen): Promise<void> {
  await showOut(app, await listEveryOpenRoom(app.stores.main));
}

/** The same at once for devices that have just ended, where their people may be. */
export async function showOutDevices(app: Seen, ids: Parameters<Announcer["devicesEnded"]>[0]): Promise<void> {
  const { rooms } = await roomsInReach(app, await ownersOfDevices(app.stores.main, ids));
  await showOut(app, rooms);
}

async function showOut({ stores: { main }, clock, video }: Seen, rooms: readonly OpenRoom[]): Promise<void> {
  await eachByItself(rooms, async (place) => {
    const room = roomName(place);
    const there = await video.present(room);
    const owners = await listOwners(main, participationsIn(there));
    const signedIn = await listSignedIn(main, [...new Set(owners.values())], clock.now());
    await eachByItself(there, async ({ identity }) => {
      const owner = ownerOf(owners, identity);
      const theirs = signedIn.filter(({ personId }) => personId === owner);
      // Another device of theirs, in the same room, is not concerned.
      if (owner && !deviceBehind(identity, theirs)) await video.remove({ room, identity });
    });
  });
}
