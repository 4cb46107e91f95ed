import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { placeOfMe } from "~/app/domain/deliberation/place-of";
import { suggestedGroup, waitingInLobby } from "~/app/domain/deliberation/watch-groups";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { liveSession } from "../../queries/live/live-session";
import { liveStream } from "../../queries/live/live-stream";
import { at, type BuiltLive, buildLive, goToGroups, refusal, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { askTurn } from "./ask-turn";
import { assignFacilitator } from "./assign-facilitator";
import { callBack } from "./call-back";
import { closeSession } from "./close-session";
import { extendItem } from "./extend-item";
import { giveTurn } from "./give-turn";
import { keepIdea } from "./keep-idea";
import { moveMember } from "./move-member";
import { placeMember } from "./place-member";
import { splitIntoGroups } from "./split-into-groups";
import { startSession } from "./start-session";
import { stepAgenda } from "./step-agenda";

let world: TestApp;
let live: BuiltLive;
const worlds: TestApp[] = [];

beforeEach(async () => {
  world = await testApp();
  worlds.push(world);
  live = await buildLive(world, { members: 5, facilitators: 2 });
});
afterAll(async () => {
  for (const one of worlds) await one.dispose();
});

const seen = async (caller = live.organiser) => value(await liveSession(caller, live.sessionId));

describe("two organisers at once", () => {
  test("start a session once: the second click changes nothing", async () => {
    const before = await seen();
    world.clock.advance(MINUTE_MS);
    const twice = [0, 1].map(() => startSession(live.organiser, world.commandId(), { sessionId: live.sessionId }));
    expect((await Promise.all(twice)).map(({ ok }) => ok)).toEqual([true, true]);
    expect((await seen()).session).toEqual(before.session);
  });

  test("go one step, not two, when both press next", async () => {
    const { session } = await seen();
    const [first, second] = [at(session.agenda, 0), at(session.agenda, 1)];
    const step = {
      sessionId: live.sessionId,
      fromItemId: first.itemId,
      toItemId: second.itemId,
      callBackRoundId: null,
    };
    const both = await Promise.all([0, 1].map(() => stepAgenda(live.organiser, world.commandId(), step)));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await seen()).session.currentItemId).toBe(second.itemId);
    const stale = { ...step, toItemId: at(session.agenda, 2).itemId };
    expect(refusal(await stepAgenda(live.organiser, null, stale))).toBe("agenda-moved");
  });

  test("give five minutes once, and groups are formed once", async () => {
    const { sessionId } = live;
    const { itemEndsAtMs } = (await seen()).session;
    const more = { sessionId, seenEndsAtMs: itemEndsAtMs ?? 0, minutes: 5 };
    await Promise.all([0, 1].map(() => extendItem(live.organiser, world.commandId(), more)));
    expect((await seen()).session.itemEndsAtMs).toBe((itemEndsAtMs ?? 0) + 5 * MINUTE_MS);
    await goToGroups(live.organiser, sessionId);
    const order = { sessionId, present: null, groupSize: null };
    const both = await Promise.all([0, 1].map(() => splitIntoGroups(live.organiser, world.commandId(), order)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter((result) => !result.ok).map(refusal)).toEqual(["round-already-open"]);
  });
});

describe("groups", () => {
  test("a late arrival waits in the lobby, and one command places them in the smallest group", async () => {
    const { sessionId, members, organiser } = live;
    const late = at(members, 4);
    const here = members.slice(0, 4).map(({ participationId }) => participationId);
    await goToGroups(organiser, sessionId);
    value(await splitIntoGroups(organiser, null, { sessionId, present: here, groupSize: 2 }));
    const { session } = await seen();
    const lobby = waitingInLobby(session, new Set([late.participationId]));
    expect(lobby.map(({ participationId }) => participationId)).toEqual([late.participationId]);
    expect(placeOfMe((await seen(late)).me, session)).toEqual({ kind: "lobby" });
    const groupId = suggestedGroup(session.round)?.groupId;
    if (!groupId) throw new Error("no group");
    const { participationId } = late;
    value(await placeMember(organiser, null, { sessionId, participationId, groupId }));
    expect((await seen(late)).groups[groupId]?.groupId).toBe(groupId);
    value(await placeMember(organiser, null, { sessionId, participationId, groupId }));
  });

  test("a member sees their own group, an organiser all of them; another's stream is refused", async () => {
    const { groups } = await live.split();
    const [one, two] = [at(groups, 0), at(groups, 1)];
    const member = at(one.members, 0);
    expect(Object.keys((await seen(member)).groups)).toEqual([one.groupId]);
    expect(Object.keys((await seen()).groups).sort()).toEqual([one.groupId, two.groupId].sort());
    expect(refusal(await liveStream(member, `group:${two.groupId}`))).toBe("not-your-group");
    const { facilitator } = one;
    if (!facilitator) throw new Error("no facilitator");
    expect((await liveStream(facilitator, `group:${one.groupId}`)).ok).toBe(true);
    expect(refusal(await liveStream(facilitator, `group:${two.groupId}`))).toBe("not-your-group");
  });

  test("who is moved leaves the queue of the old group, and may no longer write there", async () => {
    const { sessionId, organiser } = live;
    const { groups } = await live.split();
    const [one, two] = [at(groups, 0), at(groups, 1)];
    const { participationId, ...member } = at(one.members, 0);
    value(await askTurn(member, null, { sessionId, groupId: one.groupId }));
    const move = { sessionId, participationId, fromGroupId: one.groupId, toGroupId: two.groupId };
    value(await moveMember(organiser, null, move));
    const { groups: after, session } = await seen();
    expect(after[one.groupId]?.floor.queue).toEqual([]);
    expect(session.round?.seats[participationId]).toBe(two.groupId);
    expect(refusal(await askTurn(member, null, { sessionId, groupId: one.groupId }))).toBe("not-your-group");
    expect(value(await moveMember(organiser, null, move))).toBeNull();
  });

  test("another facilitator takes over a group; nobody facilitates two", async () => {
    const { sessionId, organiser } = live;
    const { groups } = await live.split();
    const [one, two] = [at(groups, 0), at(groups, 1)];
    const other = two.facilitator?.participationId ?? null;
    const order = { sessionId, groupId: one.groupId, participationId: other };
    expect(refusal(await assignFacilitator(organiser, null, order))).toBe("facilitates-elsewhere");
    value(await assignFacilitator(organiser, null, { sessionId, groupId: two.groupId, participationId: null }));
    value(await assignFacilitator(organiser, null, order));
    expect((await seen()).session.round?.groups.map(({ facilitatorId }) => facilitatorId)).toEqual([other, null]);
  });

  test("the call back ends the groups' turns, keeps their ideas, and the plenary's queue is as it was", async () => {
    const { sessionId, organiser } = live;
    value(await askTurn(at(live.members, 0), null, { sessionId, groupId: null }));
    const { roundId, groups } = await live.split();
    const { groupId, members, facilitator } = at(groups, 0);
    const member = at(members, 0);
    if (!facilitator) throw new Error("no facilitator");
    const { participationId } = member;
    value(await giveTurn(facilitator, null, { sessionId, groupId, participationId }));
    world.clock.advance(MINUTE_MS);
    const idea = {
      sessionId,
      groupId,
      text: " Un guichet unique ",
      language: "fr",
      authorIds: [participationId],
    } as const;
    value(await keepIdea(member, null, idea));
    value(await callBack(organiser, null, { sessionId, roundId }));
    const { session } = await seen();
    expect([session.round, session.floor.queue.length]).toEqual([null, 1]);
    const ended = value(await liveStream(organiser, `group:${groupId}`)).state;
    expect(ended).toMatchObject({
      floor: { turn: null, spoken: { [participationId]: { turns: 1, speakingTimeMs: MINUTE_MS } } },
      ideas: [{ text: "Un guichet unique", authorIds: [participationId] }],
    });
    expect(refusal(await askTurn(member, null, { sessionId, groupId }))).toBe("round-ended");
  });
});

describe("the floor", () => {
  test("a member neither gives turns nor asks in the plenary while the groups sit", async () => {
    const { sessionId } = live;
    const member = at(live.members, 0);
    const { participationId } = member;
    expect(refusal(await giveTurn(member, null, { sessionId, groupId: null, participationId }))).toBe(
      "role-not-permitted",
    );
    await live.split();
    expect(refusal(await askTurn(member, null, { sessionId, groupId: null }))).toBe("plenary-dispersed");
  });

  test("when everyone asks at once, each waits once, and no fact gets another's version", async () => {
    const { sessionId, members } = live;
    world.announced.length = 0;
    const asked = members.flatMap((member) => [0, 1].map(() => askTurn(member, null, { sessionId, groupId: null })));
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    expect((await seen()).session.floor.queue).toHaveLength(members.length);
    expect(new Set(world.announced.map(({ version }) => version)).size).toBe(members.length);
  });
});

test("a closed session is over: nothing runs in it, and it does not start again", async () => {
  const { sessionId, organiser } = live;
  await live.split();
  value(await closeSession(organiser, null, { sessionId }));
  const { session } = await seen();
  expect([session.state, session.round, session.itemEndsAtMs]).toEqual(["closed", null, null]);
  expect(refusal(await askTurn(at(live.members, 0), null, { sessionId, groupId: null }))).toBe("session-not-running");
  expect(refusal(await startSession(organiser, null, { sessionId }))).toBe("session-closed");
});
