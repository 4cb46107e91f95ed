import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { findVote } from "~/db/repositories/vote";
import { vote } from "~/db/schema/voting";
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

/** A vote whose end has passed, and nobody has closed it. */
async function overdueVote() {
  const { assemblyId, organiser } = await buildAssembly(world, { members: 4, seats: 4, phase: "decision" });
  await insertLockedRecommendation(world, assemblyId, { number: 1, title: "Un fonds de garantie" });
  const closesAt = new Date(world.clock.now().getTime() + MINUTE_MS);
  const vote = { title: { fr: "Vote" }, threshold: "more-than-half", quorumPercent: 0, closesAt } as const;
  const { voteId } = value(await prepareVote(organiser, null, { assemblyId, ...vote }));
  value(await openVote(organiser, null, { assemblyId, voteId }));
  world.clock.advance(2 * MINUTE_MS);
  return { assemblyId, organiser, voteId, closesAt };
}

test("a vote that somebody closed first is done, and no failure", async () => {
  const { assemblyId, organiser, voteId, closesAt } = await overdueVote();
  const due = await closeDueVotes(world.app).due([]);
  value(await closeVote(organiser, null, { assemblyId, voteId }));
  await expect(at(due, 0).work(neverEnding())).resolves.toBeUndefined();
  expect(await findVote(world.app.stores.main, voteId)).toMatchObject({ state: "closed", closedAt: closesAt });
});

test("a vote whose row nobody can read keeps no other one open", async () => {
  const { main } = world.app.stores;
  const [spoilt, sound] = [await overdueVote(), await overdueVote()];
  // As a row of a version that meant something else by its title.
  await main
    .update(vote)
    .set({ title: { fr: null } as never })
    .where(eq(vote.id, spoilt.voteId));
  const due = await closeDueVotes(world.app).due([]);
  const ended = await Promise.allSettled(due.map(({ work }) => work(neverEnding())));
  expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await findVote(main, sound.voteId)).toMatchObject({ state: "closed" });
});
