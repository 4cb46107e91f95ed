import type { Actor } from "~/app/domain/assembly/actor";
import type { ParticipationId, PersonId } from "~/app/domain/kernel/ids";
import type { App } from "../context";
import { participationIn } from "../queries/video/room-grant";
import { roomName, roomRight } from "../queries/video/room-right";
import { roomsInReach } from "../queries/video/rooms-in-reach";
import { actorThere } from "./actor-there";
import { type Announcer, silentAnnouncer } from "./announcer";
import { followFloor, plenariesWithTurns } from "./follow-floor";
import { showOutDevices } from "./show-out-ended";

export interface UsherOptions {
  readonly app: App;
  /** A person with the roles they hold now; with `only`, as seen from a device that opens that one participation. */
  readonly actorOf: (personId: PersonId, only: ParticipationId | null) => Promise<Actor>;
}

/**
 * Follows rights into the video rooms: whoever may not be in a room any more is shown out at once, and whoever may no longer be heard
 * (or may be from now on) keeps the connection with other permissions; whose device has ended is shown out, on that device only; the
 * microphone of the plenary follows the floor. One change after the other; a video server that is away is logged, since its rooms end
 * with it.
 */
export function videoUsher({ app, actorOf }: UsherOptions): Announcer & { settled(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  const settled = () => last;
  if (app.video.url === null) return { ...silentAnnouncer, settled };
  const next = (work: () => Promise<void>): void => {
    last = last.then(work).catch((error: unknown) => app.log.error({ err: error }, "video rooms do not follow rights"));
  };
  return {
    announce(facts) {
      for (const sessionId of plenariesWithTurns(facts)) next(() => followFloor({ app, actorOf }, sessionId));
    },
    rightsChanged(personIds) {
      next(() => followRights({ app, actorOf }, personIds as readonly PersonId[]));
    },
    devicesEnded(deviceIds) {
      next(() => showOutDevices(app, deviceIds));
    },
    settled,
  };
}

async function followRights({ app, actorOf }: UsherOptions, personIds: readonly PersonId[]): Promise<void> {
  const { rooms, owners } = await roomsInReach(app, personIds);
  for (const place of rooms) {
    const room = roomName(place);
    for (const { identity, maySend } of await app.video.present(room)) {
      const personId = owners.get(participationIn(identity));
      if (!personId) continue;
      const right = await roomRight({ app, actor: await actorThere({ app, actorOf }, { identity, personId }) }, place);
      // Under a role that was taken away nobody stays either: they come back under the one that is left.
      const stays = right.ok && right.value.participationId === participationIn(identity);
      if (!stays) await app.video.remove({ room, identity });
      else if (right.value.maySend !== maySend) await app.video.permit({ room, identity }, right.value.maySend);
    }
  }
}
