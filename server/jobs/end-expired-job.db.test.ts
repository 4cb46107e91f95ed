import { afterEach, beforeEach, expect, test } from "vitest";
import { HOUR_MS } from "~/app/domain/kernel/clock";
import type { Main } from "~/db/connect";
import { StoreBusy } from "~/db/violations";
import { neverEnding } from "../commands/recruit/until-settled";
import { type TestApp, testApp } from "../testing/test-app";
import { endExpiredJob } from "./end-expired-job";
import { runnerOf } from "./run-due";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

test("a store that is busy is a failure, tried again every quarter of a minute for as long as it lasts", async () => {
  const triedAt: number[] = [];
  const startMs = world.clock.now().getTime();
  const transaction = async (): Promise<never> => {
    triedAt.push((world.clock.now().getTime() - startMs) / 1000);
    throw new StoreBusy("another writes");
  };
  const main: Main = Object.create(world.app.stores.main, { transaction: { value: transaction } });
  const busy = { ...world.app, stores: { ...world.app.stores, main } };
  const job = endExpiredJob(busy);
  for (const { work } of await job.due([])) await expect(work(neverEnding())).rejects.toThrow("storage-busy");
  triedAt.length = 0;
  const runner = runnerOf(job, busy);
  for (let second = 0; second < HOUR_MS / 1000; second += 5) {
    await runner.round(neverEnding());
    world.clock.advance(5000);
  }
  expect(triedAt).toEqual(Array.from({ length: 240 }, (_, time) => time * 15));
});
