import { afterAll, beforeEach, expect, test } from "vitest";
import { groupEndsAtMs } from "~/app/domain/deliberation/group-time";
import type { MoreTime } from "~/app/domain/deliberation/live-state";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { GroupId } from "~/app/domain/kernel/ids";
import { liveSession } from "../../queries/live/live-session";
import { at, type BuiltLive, buildLive, refusal, type SplitRound, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { extendGroup } from "./extend-group";
import { extendItem } from "./extend-item";
import { stepAgenda } from "./step-agenda";

let world: TestApp;
let live: BuiltLive;
let round: SplitRound;
const worlds: TestApp[] = [];

beforeEach(async () => {
  world = await testApp();
  worlds.push(world);
  live = await buildLive(world, { members: 4, facilitators: 2 });
  round = await live.split();
});
afterAll(async () => {
  for (const one of worlds) await one.dispose();
});

/** When everyone's time ends, and each group's. */
async function ends() {
  const { session, groups } = value(await liveSession(live.organiser, live.sessionId));
  const endOf = ({ groupId }: { groupId: GroupId }) => {
    const group = groups[groupId];
    return group && groupEndsAtMs(session, group);
  };
  return { everyone: session.itemEndsAtMs ?? 0, groups: round.groups.map(endOf), session };
}

async function toEveryone(minutes: number): Promise<void> {
  const { everyone } = await ends();
  const order = { sessionId: live.sessionId, seenEndsAtMs: everyone, minutes };
  value(await extendItem(live.organiser, null, order));
}

const toFirstGroup = (minutes: number, seenMoreTime: MoreTime | null = null) => {
  const { groupId, facilitator } = at(round.groups, 0);
  if (!facilitator) throw new Error("nobody facilitates");
  return extendGroup(facilitator, null, { sessionId: live.sessionId, groupId, seenMoreTime, minutes });
};

test("a facilitator's time and the organiser's are both kept, in either order", async () => {
  const { everyone: begun } = await ends();
  value(await toFirstGroup(2));
  await toEveryone(5);
  const after = await ends();
  expect([after.everyone, ...after.groups]).toEqual([5, 7, 5].map((minutes) => begun + minutes * MINUTE_MS));
  await toEveryone(3);
  expect((await ends()).groups).toEqual([10, 8].map((minutes) => begun + minutes * MINUTE_MS));
});

test("a group's time is given while the organiser gives everyone's, and not twice when it is pressed twice", async () => {
  const { everyone: begun } = await ends();
  await Promise.all([toEveryone(5), toFirstGroup(2), toFirstGroup(2)]);
  expect((await ends()).groups[0]).toBe(begun + 7 * MINUTE_MS);
});

test("the next item begins with everyone's end, and only those who lead a group give it time", async () => {
  value(await toFirstGroup(2));
  const { session } = await ends();
  const { sessionId, organiser } = live;
  const other = at(session.agenda, session.agenda.findIndex(({ itemId }) => itemId === session.currentItemId) + 1);
  const step = { sessionId, fromItemId: session.currentItemId, toItemId: other.itemId };
  value(await stepAgenda(organiser, null, { ...step, callBackRoundId: round.roundId }));
  const back = { sessionId, fromItemId: other.itemId, toItemId: step.fromItemId ?? other.itemId };
  value(await stepAgenda(organiser, null, { ...back, callBackRoundId: null }));
  round = { ...(await live.split()) };
  const begun = await ends();
  expect(begun.groups).toEqual(begun.groups.map(() => begun.everyone));
  const { groupId, members } = at(round.groups, 1);
  const order = { sessionId, groupId, seenMoreTime: null, minutes: 5 };
  expect(refusal(await extendGroup(at(members, 0), null, order))).toBe("role-not-permitted");
});
