import { VIDEO_REFRESH_LIFE_MS, VIDEO_TOKEN_LIFE_MS } from "~/app/domain/deliberation/may-send";
import type { DeviceId, PersonId, RoundId, SessionId } from "~/app/domain/kernel/ids";
import { listEveryOpenRoom, listOwners } from "~/db/repositories/video-place";
import type { Announcer } from "../announcer/announcer";
import type { App } from "../context";
import type { Due, Job } from "../jobs/job";
import { eachByItself } from "../jobs/run-due";
import { ownerOf, participationIn, participationsIn } from "../queries/video/room-grant";
import { roomName, roomRight } from "../queries/video/room-right";
import { roomsInReach } from "../queries/video/rooms-in-reach";
import { actorThere } from "./actor-there";
import { followFloor, plenariesWithTurns } from "./follow-floor";
import { showOutDevices, showOutEverywhere } from "./show-out-ended";
import {
  hallsMoved,
  roundsEnded,
  sessionsClosed,
  showOutMoved,
  showOutOfPlenary,
  showOutOfRound,
} from "./show-out-moved";
import type { UsherOptions } from "./usher-options";

/** Follows rights into the video rooms; `jobs` does so again and again. */
export interface VideoUsher extends Announcer {
  readonly jobs: readonly Job[];
  settled(): Promise<void>;
}

/**
 * Whoever may not be in a room any more is shown out at once, and whoever may no longer be heard (or may be from now on) keeps the
 * connection with other permissions; whose device has ended is shown out, on that device only; the microphone of the plenary follows the
 * floor. Who was moved to another room and has stayed is shown out at the next look. One change after the other. A token opens its room for as long as it lives, whatever became of a role since, and a call to the
 * video server may fail: so what changed is looked after again every few seconds until the last token of before is over.
 */
export function videoUsher({ app, actorOf }: UsherOptions): VideoUsher {
  let last: Promise<void> = Promise.resolve();
  const settled = () => last;
  if (app.video.url === null)
    return { announce() {}, moved() {}, rightsChanged() {}, devicesEnded() {}, jobs: [], settled };
  const people = new Watched<PersonId>(app);
  const plenaries = new Watched<SessionId>(app);
  // Pages leave by themselves when they are moved: the next look finds who did not.
  const halls = new Watched<SessionId>(app);
  const rounds = new Watched<RoundId>(app);
  const closed = new Watched<SessionId>(app);
  /** One after the other, whatever became of the one before. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const atOnce = (work: () => Promise<void>): void => {
    inTurn(work).catch((error: unknown) => app.log.error({ err: error }, "video rooms do not follow rights"));
  };
  // What changed before the start is not known any more: for as long as tokens of then live, everybody is looked after.
  const allUntilMs = app.clock.now().getTime() + WATCHED_MS;
  const followPeople = (): Promise<void> => {
    const isNew = app.clock.now().getTime() < allUntilMs;
    return isNew ? followEverybody({ app, actorOf }) : followRights({ app, actorOf }, people.now());
  };
  const due = (id: string, work: () => Promise<void>): Due => ({ id, work: () => inTurn(work) });
  const allDue = async (): Promise<readonly Due[]> => [
    due("devices", () => showOutEverywhere(app)),
    due("rights", followPeople),
    ...plenaries.now().map((id) => due(`floor ${id}`, () => followFloor({ app, actorOf }, id))),
    ...halls.now().map((id) => due(`hall ${id}`, () => showOutMoved(app, id))),
    ...rounds.now().map((id) => due(`round ${id}`, () => showOutOfRound(app, id))),
    ...closed.now().map((id) => due(`closed ${id}`, () => showOutOfPlenary(app, id))),
  ];
  return {
    announce(facts) {
      for (const sessionId of hallsMoved(facts)) halls.add(sessionId);
      for (const roundId of roundsEnded(facts)) rounds.add(roundId);
      for (const sessionId of sessionsClosed(facts)) closed.add(sessionId);
      for (const sessionId of plenariesWithTurns(facts)) {
        plenaries.add(sessionId);
        atOnce(() => followFloor({ app, actorOf }, sessionId));
      }
    },
    // What is under way in a session moves nobody between rooms.
    moved() {},
    rightsChanged(ids) {
      for (const id of ids) people.add(id);
      atOnce(() => followRights({ app, actorOf }, ids));
    },
    devicesEnded(deviceIds: readonly DeviceId[]) {
      atOnce(() => showOutDevices(app, deviceIds));
    },
    jobs: [{ name: "video-rooms-follow-rights", everyMs: 5_000, longestPauseMs: 5_000, due: allDue }],
    settled,
  };
}

const WATCHED_MS = VIDEO_REFRESH_LIFE_MS + VIDEO_TOKEN_LIFE_MS;

/** What is looked after until every token that was given before it changed is over. */
class Watched<Id extends string> {
  readonly #untilMs = new Map<Id, number>();

  constructor(private readonly app: Pick<App, "clock">) {}

  add(id: Id): void {
    this.#untilMs.set(id, this.app.clock.now().getTime() + WATCHED_MS);
  }

  now(): Id[] {
    const nowMs = this.app.clock.now().getTime();
    for (const [id, untilMs] of this.#untilMs) if (untilMs <= nowMs) this.#untilMs.delete(id);
    return [...this.#untilMs.keys()];
  }
}

async function followRights(options: UsherOptions, personIds: readonly PersonId[]): Promise<void> {
  if (personIds.length === 0) return;
  const { rooms, owners } = await roomsInReach(options.app, personIds);
  const followed = await Promise.allSettled(rooms.map((place) => followRoom(options, place, owners)));
  for (const one of followed) if (one.status === "rejected") throw one.reason;
}

async function followEverybody(options: UsherOptions): Promise<void> {
  const { stores, video } = options.app;
  await eachByItself(await listEveryOpenRoom(stores.main), async (place) => {
    const there = await video.present(roomName(place));
    const owners = await listOwners(stores.main, participationsIn(there));
    await followRoom(options, place, owners);
  });
}

type Rooms = Awaited<ReturnType<typeof roomsInReach>>;

/** One whom the video server did not show out keeps nobody else in. */
async function followRoom({ app, actorOf }: UsherOptions, place: Rooms["rooms"][number], owners: Rooms["owners"]) {
  const room = roomName(place);
  await eachByItself(await app.video.present(room), async ({ identity, maySend }) => {
    const personId = ownerOf(owners, identity);
    if (!personId) return;
    const right = await roomRight({ app, actor: await actorThere({ app, actorOf }, { identity, personId }) }, place);
    // Under a role that was taken away nobody stays either: they come back under the one that is left.
    const stays = right.ok && right.value.participationId === participationIn(identity);
    if (!stays) await app.video.remove({ room, identity });
    else if (right.value.maySend !== maySend) await app.video.permit({ room, identity }, right.value.maySend);
  });
}
