import { afterEach, beforeEach, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { findVote } from "~/db/repositories/vote";
import { insertLockedRecommendation } from "~/db/testing/locked-recommendation";
import { neverEnding } from "../commands/recruit/until-settled";
import { closeVote } from "../commands/vote/close-vote";
import { openVote } from "../commands/vote/open-vote";
import { prepareVote } from "../commands/vote/prepare-vote";
import { buildAssembly } from "../testing/build-assembly";
import { at, value } from "../testing/build-live";
import { type TestApp, testApp } from "../testing/test-app";
import { closeDueVotes } from "./close-due-votes";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

test("a vote that somebody closed first is done, and no failure", async () => {
  const { assemblyId, organiser } = await buildAssembly(world, { members: 4, seats: 4, phase: "decision" });
  await insertLockedRecommendation(world, assemblyId, { number: 1, title: "Un fonds de garantie" });
  const closesAt = new Date(world.clock.now().getTime() + MINUTE_MS);
  const vote = { title: { fr: "Vote" }, threshold: "more-than-half", quorumPercent: 0, closesAt } as const;
  const { voteId } = value(await prepareVote(organiser, null, { assemblyId, ...vote }));
  value(await openVote(organiser, null, { assemblyId, voteId }));
  world.clock.advance(2 * MINUTE_MS);
  const due = await closeDueVotes(world.app).due([]);
  value(await closeVote(organiser, null, { assemblyId, voteId }));
  await expect(at(due, 0).work(neverEnding())).resolves.toBeUndefined();
  expect(await findVote(world.app.stores.main, voteId)).toMatchObject({ state: "closed", closedAt: closesAt });
});
