import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ColumnMeaning } from "~/app/domain/recruitment/pool-columns";
import { aPoolFile, somePoolQuotas } from "~/app/domain/testing/recruitment";
import { lastImportBatch } from "~/db/repositories/pool";
import { poolFileCheck, poolFilePart } from "~/db/schema/recruitment";
import { discardUpload } from "../../commands/recruit/discard-upload";
import { editQuotas } from "../../commands/recruit/edit-quotas";
import { startImport } from "../../commands/recruit/start-import";
import { uploadPool } from "../../commands/recruit/upload-pool";
import { writeImports } from "../../commands/recruit/write-imports";
import type { App } from "../../context";
import { recruitJobs } from "../../jobs/recruit-jobs";
import { aroundTransactions } from "../../testing/around-transactions";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { value } from "../../testing/build-live";
import { runJob } from "../../testing/run-job";
import { type TestApp, testApp } from "../../testing/test-app";
import { checkPoolFile } from "./check-pool-file";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { phase: "recruitment", seats: 6 });
});
afterEach(() => world.dispose());

const file = aPoolFile(30);
/** A file in which one address is none. */
const bad = file.rows.map((row, at) => (at === 7 ? row.map((cell, column) => (column === 3 ? "nowhere" : cell)) : row));

const upload = (rows: readonly (readonly string[])[] = file.rows) =>
  uploadPool(built.organiser, null, { assemblyId: built.assemblyId, fileName: "pool.csv", header: file.header, rows });
const check = (meanings: readonly ColumnMeaning[] = file.meanings, app: App = world.app) =>
  checkPoolFile({ ...built.organiser, app }, { assemblyId: built.assemblyId, meanings });
const start = (app: App = world.app) =>
  startImport({ ...built.organiser, app }, null, {
    assemblyId: built.assemblyId,
    meanings: file.meanings,
    replace: true,
  });

/** What is stored of the rows is others' from now on: whoever reads them again would see it. */
const replaceRows = (rows: readonly string[][]) => world.app.stores.main.update(poolFilePart).set({ rows: [...rows] });

/** Quotas for the features of the file, in which men are called by another word. */
const otherQuotas = somePoolQuotas(6).map((quota) => (quota.value === "man" ? { ...quota, value: "homme" } : quota));
const setQuotas = (quotas: typeof otherQuotas) =>
  editQuotas(built.organiser, null, { assemblyId: built.assemblyId, quotas });

describe("what was found in a file", () => {
  it("is told again without reading its rows", async () => {
    await upload(bad);
    const first = await check();
    expect(first).toMatchObject({
      value: { people: 30, problemCount: 1, problems: [{ row: 9, column: "email", value: "nowhere" }] },
    });
    await replaceRows([]);
    expect(await check()).toEqual(first);
    expect(await start()).toMatchObject({ refusal: { code: "pool-file-not-clean", data: { count: 1 } } });
  });

  it("lets an import start in one transaction, which asks once who may", async () => {
    await upload();
    await check();
    await replaceRows([]);
    let transactions = 0;
    const app = aroundTransactions(world.app, { after: async (nth) => (transactions = nth) });
    expect(await start(app)).toMatchObject({ value: { people: 30 } });
    expect(transactions).toBe(1);
  });

  it("is looked for anew when the columns are others", async () => {
    await upload(bad);
    await check();
    await replaceRows(file.rows.slice(0, 3));
    const others = file.meanings.map((meaning) => (meaning === "email" ? "ignore" : meaning));
    expect(await check(others)).toMatchObject({ value: { people: 3, problemCount: 0 } });
  });

  it("is looked for anew when a value is no longer in the quotas", async () => {
    await upload();
    expect(await check()).toMatchObject({ value: { problemCount: 0 } });
    expect(await setQuotas(otherQuotas)).toMatchObject({ value: { saved: 5 } });
    expect(await start()).toMatchObject({ refusal: { code: "pool-file-not-clean", data: { count: 15 } } });
    expect(await check()).toMatchObject({ value: { problemCount: 15 } });
  });

  it("holds when only the bounds of the quotas are others", async () => {
    await setQuotas(somePoolQuotas(6));
    await upload();
    await check();
    await setQuotas(somePoolQuotas(6).map((quota) => ({ ...quota, min: 0 })));
    await replaceRows([]);
    expect(await start()).toMatchObject({ value: { people: 30 } });
  });

  it("is of one file, whose rows alone are asked about", async () => {
    await upload(bad);
    await check();
    await upload();
    expect(await check()).toMatchObject({ value: { problemCount: 0 } });
  });

  it("goes with the file", async () => {
    await upload(bad);
    await check();
    await discardUpload(built.organiser, null, { assemblyId: built.assemblyId });
    for (const job of recruitJobs(world.app)) if (job.name === "forgotten-uploads") await runJob(job, world.app);
    const { main } = world.app.stores;
    expect([await main.$count(poolFileCheck), await main.$count(poolFilePart)]).toEqual([0, 0]);
  });
});

describe("what changes while the rows are read", () => {
  it("quotas: the import is refused, and says so", async () => {
    await upload();
    const app = aroundTransactions(world.app, {
      after: async (nth) => (nth === 2 ? setQuotas(otherQuotas) : undefined),
    });
    expect(await start(app)).toMatchObject({ refusal: { code: "pool-file-unread" } });
    expect(await lastImportBatch(world.app.stores.main, built.assemblyId)).toBeUndefined();
  });

  it("another file: nothing is kept of the one that made way", async () => {
    await upload(bad);
    const app = aroundTransactions(world.app, { before: async () => upload() });
    expect(await check(file.meanings, app)).toMatchObject({ refusal: { code: "pool-file-missing" } });
    expect(await world.app.stores.main.$count(poolFileCheck)).toBe(0);
    expect(await check()).toMatchObject({ value: { problemCount: 0 } });
  });
});

it("a file that is written otherwise than it was checked becomes no pool, and is read anew for whoever tries again", async () => {
  const { main } = world.app.stores;
  await upload();
  value(await start());
  await replaceRows(bad);
  await writeImports(world.app);
  expect(await lastImportBatch(main, built.assemblyId)).toMatchObject({ state: "failed" });
  expect(await start()).toMatchObject({ refusal: { code: "pool-file-not-clean", data: { count: 1 } } });
});
