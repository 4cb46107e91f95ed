import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aPoolFile } from "~/app/domain/testing/recruitment";
import { importBatchesToWrite, lastImportBatch } from "~/db/repositories/pool";
import { importBatch } from "~/db/schema/recruitment";
import { startImport } from "../commands/recruit/start-import";
import { uploadPool } from "../commands/recruit/upload-pool";
import { type BuiltAssembly, buildAssembly } from "../testing/build-assembly";
import { value } from "../testing/build-live";
import { runJob } from "../testing/run-job";
import { type TestApp, testApp } from "../testing/test-app";
import { recruitJobs } from "./recruit-jobs";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

async function waitingImport({ organiser, assemblyId }: BuiltAssembly) {
  const { header, rows, meanings } = aPoolFile(20);
  value(await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows }));
  return value(await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: true })).batchId;
}

test("an import that fails for our own fault does not keep the next assembly's waiting", async () => {
  const [first, second] = [
    await buildAssembly(world, { phase: "recruitment" }),
    await buildAssembly(world, { phase: "recruitment" }),
  ];
  const spoilt = await waitingImport(first);
  world.clock.advance(1000);
  await waitingImport(second);
  const { main } = world.app.stores;
  // As a row of a version that meant something else by its columns.
  await main
    .update(importBatch)
    .set({ columns: {} as never })
    .where(eq(importBatch.id, spoilt));
  expect((await importBatchesToWrite(main, world.clock.now())).map(({ id }) => id)).toMatchObject({
    0: spoilt,
    length: 2,
  });
  for (const job of recruitJobs(world.app)) if (job.name === "pool-import") await runJob(job, world.app);
  expect(await lastImportBatch(main, second.assemblyId)).toMatchObject({ state: "done", written: 20 });
  const [left] = await main.select({ state: importBatch.state }).from(importBatch).where(eq(importBatch.id, spoilt));
  expect(left).toEqual({ state: "writing" });
});
