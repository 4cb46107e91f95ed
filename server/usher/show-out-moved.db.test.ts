import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DeviceId, GroupId } from "~/app/domain/kernel/ids";
import { actorOf } from "../auth/who";
import { addDevice } from "../commands/auth/add-device";
import { callBack } from "../commands/live/call-back";
import { closeSession } from "../commands/live/close-session";
import { moveMember } from "../commands/live/move-member";
import { undoCallBack } from "../commands/live/undo-call-back";
import type { App } from "../context";
import { identityOf } from "../queries/video/room-grant";
import { roomName } from "../queries/video/room-right";
import type { Somebody } from "../testing/build-assembly";
import { type BuiltLive, buildLive, value } from "../testing/build-live";
import { type TestApp, testApp } from "../testing/test-app";
import { noVideo, type VideoPort } from "../video/video-port";
import { type VideoUsher, videoUsher } from "./video-usher";

let world: TestApp;
let here: BuiltLive;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  here = await buildLive(world);
});

/** A video server with rooms full of people who do not leave by themselves. */
function fullRooms() {
  const rooms = new Map<string, Set<string>>();
  const video: VideoPort = {
    ...noVideo,
    url: "ws://rooms",
    present: async (room) => [...(rooms.get(room) ?? [])].map((identity) => ({ identity, maySend: "camera" as const })),
    remove: async ({ room, identity }) => void rooms.get(room)?.delete(identity),
  };
  const app: App = { ...world.app, video };
  const usher: VideoUsher = videoUsher({ app, actorOf: (id, only) => actorOf(app.stores.main, id, only) });
  const asking: App = { ...app, announcer: usher };
  const sit = async (somebody: Somebody, groupId: GroupId | null): Promise<void> => {
    const device = { userAgent: null, replaces: null };
    const deviceId: DeviceId = await addDevice(app.stores.main, app, {
      ...somebody,
      means: "code",
      only: null,
      device,
    });
    const room = roomName({ sessionId: here.sessionId, groupId });
    rooms.set(room, new Set([...(rooms.get(room) ?? []), identityOf(somebody.participationId, deviceId)]));
  };
  const inRoom = (groupId: GroupId | null): string[] =>
    [...(rooms.get(roomName({ sessionId: here.sessionId, groupId })) ?? [])].map((who) => who.split(".")[0] ?? "");
  const look = async (): Promise<void> => {
    for (const job of usher.jobs) for (const due of await job.due([])) await due.work(new AbortController().signal);
  };
  return { asking, sit, inRoom, look };
}

const idsOf = (people: readonly Somebody[]) => people.map(({ participationId }) => participationId);

test("a member who is moved to another group and stays is shown out of the first, and nobody else is", async () => {
  const { groups } = await here.split();
  const [first, second] = groups as [(typeof groups)[0], (typeof groups)[0]];
  const { asking, sit, inRoom, look } = fullRooms();
  for (const member of first.members) await sit(member, first.groupId);
  const [moved, stays] = first.members as [Somebody, Somebody];
  const move = { participationId: moved.participationId, fromGroupId: first.groupId, toGroupId: second.groupId };
  value(await moveMember({ ...here.organiser, app: asking }, null, { sessionId: here.sessionId, ...move }));
  await look();
  expect(inRoom(first.groupId)).toEqual(idsOf([stays]));
});

test("after a call back nobody stays in a group, and after the end nobody in the plenary", async () => {
  const { groups, roundId } = await here.split();
  const { asking, sit, inRoom, look } = fullRooms();
  for (const { groupId, members } of groups) for (const member of members) await sit(member, groupId);
  const organiser = { ...here.organiser, app: asking };
  value(await callBack(organiser, null, { sessionId: here.sessionId, roundId }));
  await look();
  expect(groups.map(({ groupId }) => inRoom(groupId))).toEqual(groups.map(() => []));

  for (const member of here.members) await sit(member, null);
  await look();
  expect(inRoom(null)).toEqual(idsOf(here.members));
  value(await closeSession(organiser, null, { sessionId: here.sessionId }));
  await look();
  expect(inRoom(null)).toEqual([]);
});

test("whoever goes back to their group after a call back that was undone stays there", async () => {
  const { groups, roundId } = await here.split();
  const { asking, sit, inRoom, look } = fullRooms();
  const organiser = { ...here.organiser, app: asking };
  const { sessionId } = here;
  value(await callBack(organiser, null, { sessionId, roundId }));
  value(await undoCallBack(organiser, null, { sessionId, roundId }));
  for (const { groupId, members } of groups) for (const member of members) await sit(member, groupId);
  await look();
  expect(groups.map(({ groupId }) => inRoom(groupId))).toEqual(groups.map(({ members }) => idsOf(members)));
});
