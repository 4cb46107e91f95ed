import { afterAll, beforeEach, expect, test } from "vitest";
import { mayHoldGroups } from "~/app/domain/deliberation/hold-groups";
import type { AgendaItem } from "~/app/domain/deliberation/live-state";
import { sessionStream } from "~/app/domain/deliberation/streams";
import { liveSession } from "../../queries/live/live-session";
import { at, type BuiltLive, buildLive, refusal, type SplitRound, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { askTurn } from "./ask-turn";
import { splitIntoGroups } from "./split-into-groups";
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

const seen = async () => value(await liveSession(live.organiser, live.sessionId)).session;

/** The item after the current one that is held in this way. */
async function following(mode: AgendaItem["mode"]): Promise<AgendaItem> {
  const { agenda, currentItemId } = await seen();
  const from = agenda.findIndex(({ itemId }) => itemId === currentItemId) + 1;
  const found = agenda.slice(from).find((item) => item.mode === mode);
  if (!found) throw new Error(`no ${mode} follows`);
  return found;
}

async function step(to: AgendaItem, callBackRoundId: SplitRound["roundId"] | null) {
  const { sessionId, organiser } = live;
  const { currentItemId } = await seen();
  return stepAgenda(organiser, null, { sessionId, fromItemId: currentItemId, toItemId: to.itemId, callBackRoundId });
}

test("a step to a plenary item calls everyone back from their groups, first the one, then the other", async () => {
  const { sessionId } = live;
  const { groupId, members } = at(round.groups, 0);
  value(await askTurn(at(members, 0), null, { sessionId, groupId }));
  const plenary = await following("plenary");
  world.announced.length = 0;
  value(await step(plenary, round.roundId));
  const after = await seen();
  expect([after.currentItemId, after.round]).toEqual([plenary.itemId, null]);
  const told = world.announced.filter(({ stream }) => stream === sessionStream(sessionId)).map(({ type }) => type);
  expect(told).toEqual(["round-ended", "item-stepped"]);
  expect(refusal(await askTurn(at(members, 0), null, { sessionId, groupId }))).toBe("round-ended");
});

test("who has not seen that groups are open is told, and nobody is called back", async () => {
  const before = await seen();
  expect(refusal(await step(await following("plenary"), null))).toBe("groups-open");
  expect(await seen()).toEqual(before);
});

test("groups are not formed at a plenary item", async () => {
  value(await step(await following("plenary"), round.roundId));
  const order = { sessionId: live.sessionId, present: null, groupSize: 2 };
  expect(refusal(await splitIntoGroups(live.organiser, null, order))).toBe("item-in-plenary");
  expect(mayHoldGroups(await seen())).toBe(false);
});
