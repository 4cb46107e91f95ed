import { afterAll, beforeEach, expect, test } from "vitest";
import { orderQueue } from "~/app/domain/deliberation/order-queue";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { liveSession } from "../../queries/live/live-session";
import type { Somebody } from "../../testing/build-assembly";
import { at, type BuiltLive, buildLive, type SplitGroup, type SplitRound, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { askTurn } from "./ask-turn";
import { callBack } from "./call-back";
import { giveTurn } from "./give-turn";
import { undoCallBack } from "./undo-call-back";
import { withdrawTurn } from "./withdraw-turn";

let world: TestApp;
let live: BuiltLive;
let round: SplitRound;
let group: SplitGroup;
let first: Somebody;
let second: Somebody;
let third: Somebody;
const worlds: TestApp[] = [];

beforeEach(async () => {
  world = await testApp();
  worlds.push(world);
  live = await buildLive(world, { members: 4, facilitators: 2 });
  value(await askTurn(at(live.members, 3), null, { sessionId: live.sessionId, groupId: null }));
  world.clock.advance(MINUTE_MS);
  round = await live.split();
  group = at(round.groups, 0);
  [first, second] = [at(group.members, 0), at(group.members, 1)];
  if (!group.facilitator) throw new Error("a facilitator was expected");
  third = group.facilitator;
});
afterAll(async () => {
  for (const one of worlds) await one.dispose();
});

const asks = async (who: Somebody, groupId: SplitGroup["groupId"] | null = group.groupId) => {
  world.clock.advance(MINUTE_MS);
  return value(await askTurn(who, null, { sessionId: live.sessionId, groupId })).entryId;
};
const calledBack = async () => {
  world.clock.advance(MINUTE_MS);
  value(await callBack(live.organiser, null, { sessionId: live.sessionId, roundId: round.roundId }));
};
const undone = async () => {
  world.clock.advance(MINUTE_MS);
  value(await undoCallBack(live.organiser, null, { sessionId: live.sessionId, roundId: round.roundId }));
};
const seen = async () => value(await liveSession(live.organiser, live.sessionId));
const floor = async () => (await seen()).groups[group.groupId]?.floor;
const waiting = async () => orderQueue((await floor()) ?? { queue: [], spoken: {} }).map((one) => one.participationId);

test("who waited in a group waits there again, in the same order, however often everybody is called back", async () => {
  const { sessionId } = live;
  await asks(first);
  value(await giveTurn(third, null, { sessionId, groupId: group.groupId, participationId: first.participationId }));
  await asks(second);
  value(await giveTurn(third, null, { sessionId, groupId: group.groupId, participationId: second.participationId }));
  await asks(first);
  await asks(third);
  const before = (await floor())?.queue;
  expect(await waiting()).toEqual([third, first].map(({ participationId }) => participationId));
  for (const _ of [1, 2]) {
    await calledBack();
    await undone();
    expect((await floor())?.queue).toEqual(before);
  }
  expect(await waiting()).toEqual([third, first].map(({ participationId }) => participationId));
});

test("who had left the queue before the call back does not come back into it", async () => {
  await asks(first);
  const entryId = await asks(second);
  if (!entryId) throw new Error("was not asked");
  value(await withdrawTurn(second, null, { sessionId: live.sessionId, entryId }));
  await calledBack();
  await undone();
  expect(await waiting()).toEqual([first.participationId]);
});

test("the plenary's queue is as it was before the call back: who asked there meanwhile waits there no more", async () => {
  const before = (await seen()).session.floor.queue;
  expect(before).toHaveLength(1);
  await asks(first);
  await calledBack();
  await asks(first, null);
  await undone();
  expect((await seen()).session.floor.queue).toEqual(before);
  expect(await waiting()).toEqual([first.participationId]);
});
