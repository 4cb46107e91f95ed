import { afterAll, beforeEach, expect, test } from "vitest";
import { callsToAnswer } from "~/app/domain/deliberation/help-call";
import { callsStream } from "~/app/domain/deliberation/streams";
import { liveSession } from "../../queries/live/live-session";
import { liveStream } from "../../queries/live/live-stream";
import { at, type BuiltLive, buildLive, refusal, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { answerHelp } from "./answer-help";
import { callBack } from "./call-back";
import { callHelp } from "./call-help";
import { closeHelp } from "./close-help";
import { closeSession } from "./close-session";
import { moveMember } from "./move-member";
import { undoCallBack } from "./undo-call-back";

let world: TestApp;
let live: BuiltLive;
const worlds: TestApp[] = [];

beforeEach(async () => {
  world = await testApp();
  worlds.push(world);
  live = await buildLive(world, { members: 4, facilitators: 2 });
});
afterAll(async () => {
  for (const one of worlds) await one.dispose();
});

const seen = async (caller = live.organiser) => value(await liveSession(caller, live.sessionId));
const progressOf = async (caller = live.organiser) => at((await seen(caller)).help, 0).progress;

test("a call is seen by those who answer and by who called, and is one call however often pressed", async () => {
  const { sessionId, members } = live;
  const member = at(members, 0);
  const first = value(await callHelp(member, null, { sessionId, groupId: null }));
  expect(value(await callHelp(member, null, { sessionId, groupId: null }))).toEqual(first);
  expect([(await seen()).help.length, (await seen(member)).help.length]).toEqual([1, 1]);
  expect((await seen(at(members, 1))).help).toEqual([]);
});

test("who called sees who comes, and then that it is settled; the first who comes stays the one", async () => {
  const { sessionId, organiser, members } = live;
  const member = at(members, 0);
  const assistant = await live.join("technical-assistant", "Yanis");
  const { callId } = value(await callHelp(member, null, { sessionId, groupId: null }));
  value(await answerHelp(assistant, null, { sessionId, callId }));
  value(await answerHelp(organiser, null, { sessionId, callId }));
  expect(await progressOf(member)).toMatchObject({ kind: "taken", byId: assistant.participationId });
  value(await closeHelp(organiser, null, { sessionId, callId }));
  value(await closeHelp(assistant, null, { sessionId, callId }));
  expect(await progressOf(member)).toMatchObject({ kind: "closed", how: "helped" });
  expect(value(await callHelp(member, null, { sessionId, groupId: null })).callId).not.toBe(callId);
});

test("who called may say that it is not needed any more, and the end of the session ends what is open", async () => {
  const { sessionId, organiser, members } = live;
  const [one, two] = [at(members, 0), at(members, 1)];
  const { callId } = value(await callHelp(one, null, { sessionId, groupId: null }));
  expect(refusal(await closeHelp(two, null, { sessionId, callId }))).toBe("role-not-permitted");
  value(await closeHelp(one, null, { sessionId, callId }));
  expect(await progressOf()).toMatchObject({ kind: "closed", how: "not-needed" });
  value(await callHelp(two, null, { sessionId, groupId: null }));
  value(await closeSession(organiser, null, { sessionId }));
  expect(await progressOf(two)).toMatchObject({ kind: "closed", how: "session-over", byId: null });
});

test("a call from a group is heard and answered by who leads it, and by no other facilitator or member", async () => {
  const { sessionId } = live;
  const { groups } = await live.split();
  const [one, two] = [at(groups, 0), at(groups, 1)];
  const { facilitator } = one;
  if (!facilitator || !two.facilitator) throw new Error("two facilitators were expected");
  const { callId } = value(await callHelp(at(one.members, 0), null, { sessionId, groupId: one.groupId }));
  const heard = await seen(facilitator);
  expect(callsToAnswer(heard, new Set([facilitator.participationId])).map((call) => call.callId)).toEqual([callId]);
  expect((await seen(two.facilitator)).groupCalls[one.groupId]).toBeUndefined();
  expect(refusal(await liveStream(two.facilitator, callsStream(one.groupId)))).toBe("not-your-group");
  expect(refusal(await liveStream(at(one.members, 1), callsStream(one.groupId)))).toBe("role-not-permitted");
  expect(refusal(await answerHelp(two.facilitator, null, { sessionId, callId }))).toBe("not-your-group");
  value(await answerHelp(facilitator, null, { sessionId, callId }));
  expect(await progressOf()).toMatchObject({ kind: "taken", byId: facilitator.participationId });
});

test("a facilitator neither answers their own call, nor what comes from the plenary", async () => {
  const { sessionId, members } = live;
  const { groups } = await live.split();
  const { groupId, facilitator } = at(groups, 0);
  if (!facilitator) throw new Error("a facilitator was expected");
  const own = value(await callHelp(facilitator, null, { sessionId, groupId }));
  expect(refusal(await answerHelp(facilitator, null, { sessionId, ...own }))).toBe("help-call-own");
  expect(callsToAnswer(await seen(facilitator), new Set([facilitator.participationId]))).toEqual([]);
  const plenary = value(await callHelp(at(members, 0), null, { sessionId, groupId: null }));
  expect(refusal(await answerHelp(facilitator, null, { sessionId, ...plenary }))).toBe("role-not-permitted");
});

test("a call goes where its caller goes: to another group and who leads it, to the plenary, and back", async () => {
  const { sessionId, organiser } = live;
  const { groups, roundId } = await live.split();
  const [one, two] = [at(groups, 0), at(groups, 1)];
  if (!one.facilitator || !two.facilitator) throw new Error("two facilitators were expected");
  const { participationId, ...member } = at(one.members, 0);
  const { callId } = value(await callHelp(member, null, { sessionId, groupId: one.groupId }));
  const from = async () => at((await seen()).help, 0).groupId;
  const heardBy = async (leads: typeof one.facilitator) =>
    callsToAnswer(await seen(leads), new Set([leads.participationId])).map((call) => call.callId);
  const move = { sessionId, participationId, fromGroupId: one.groupId, toGroupId: two.groupId };
  value(await moveMember(organiser, null, move));
  expect([await from(), await heardBy(one.facilitator), await heardBy(two.facilitator)]).toEqual([
    two.groupId,
    [],
    [callId],
  ]);
  expect(refusal(await answerHelp(one.facilitator, null, { sessionId, callId }))).toBe("not-your-group");
  value(await callBack(organiser, null, { sessionId, roundId }));
  expect(await from()).toBeNull();
  value(await undoCallBack(organiser, null, { sessionId, roundId }));
  expect(await from()).toBe(two.groupId);
  value(await closeHelp(two.facilitator, null, { sessionId, callId }));
  value(await callBack(organiser, null, { sessionId, roundId }));
  expect(await from()).toBe(two.groupId);
});
