import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { aPoolFile } from "~/app/domain/testing/recruitment";
import { voidLeases } from "~/db/repositories/lease";
import { findPool } from "~/db/repositories/pool";
import { findPoolFile, listPoolFiles } from "~/db/repositories/pool-file";
import { journal } from "~/db/schema/records";
import { poolFilePart } from "~/db/schema/recruitment";
import { StoreBusy } from "~/db/violations";
import type { App } from "../../context";
import { recruitJobs } from "../../jobs/recruit-jobs";
import { checkPoolFile } from "../../kernel/recruit/check-pool-file";
import { poolPage } from "../../queries/recruit/pool-page";
import { aroundTransactions } from "../../testing/around-transactions";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { value } from "../../testing/build-live";
import { runJob } from "../../testing/run-job";
import { type TestApp, testApp } from "../../testing/test-app";
import { startImport } from "./start-import";
import { uploadPool } from "./upload-pool";
import { writeImports } from "./write-imports";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { phase: "recruitment", members: 1 });
});
afterEach(() => world.dispose());

const { meanings } = aPoolFile(1);

/** Sends a file: of three parts, unless said. */
function upload(
  people = 1203,
  { app = world.app, fileName = "new.csv", commandId = world.commandId(), seen = null as string | null } = {},
) {
  const { header, rows } = aPoolFile(people);
  return uploadPool({ ...built.organiser, app }, commandId, {
    assemblyId: built.assemblyId,
    fileName,
    header,
    rows,
    seen,
  });
}

const waiting = async () => (await findPoolFile(world.app.stores.main, built.assemblyId))?.fileName;
const countParts = () => world.app.stores.main.$count(poolFilePart);
const countUploads = () => world.app.stores.main.$count(journal, eq(journal.action, "pool.upload"));

/** A server that stops when two of three parts are written. */
async function cutUpload() {
  const app = aroundTransactions(world.app, {
    after: async (nth) => {
      if (nth === 3) throw new Error("the server has stopped");
    },
  });
  await expect(upload(1203, { app })).rejects.toThrow("has stopped");
}

async function sweep(app: App = world.app) {
  for (const job of recruitJobs(app)) if (job.name === "forgotten-uploads") await runJob(job, app);
}

describe("an upload", () => {
  it("lets others write between its parts, who find the file before it until the last is there", async () => {
    await upload(20, { fileName: "old.csv" });
    const found: unknown[] = [];
    const app = aroundTransactions(world.app, {
      async after() {
        await world.person("Somebody who writes meanwhile");
        found.push([(await countParts()) - 1, await waiting()]);
      },
    });
    expect((await upload(1203, { app })).ok).toBe(true);
    expect(found).toEqual([
      [0, "old.csv"],
      [1, "old.csv"],
      [2, "old.csv"],
      [3, "old.csv"],
      [3, "new.csv"],
    ]);
    expect(world.woken).toContain("forgotten-uploads");
    await sweep();
    expect([await countParts(), await waiting()]).toEqual([3, "new.csv"]);
  });

  it("that a server left in the middle leaves the file before it, and is removed once nobody can be writing it", async () => {
    await upload(20, { fileName: "old.csv" });
    await cutUpload();
    world.clock.advance(MINUTE_MS);
    await sweep();
    expect([await countParts(), await waiting()]).toEqual([3, "old.csv"]);
    world.clock.advance(1);
    await sweep();
    expect([await countParts(), await waiting()]).toEqual([1, "old.csv"]);
    expect(await listPoolFiles(world.app.stores.main)).toHaveLength(1);
    const order = { assemblyId: built.assemblyId, meanings, replace: false };
    expect(await startImport(built.organiser, null, order)).toMatchObject({ value: { people: 20 } });
  });

  it("that a server left in the middle is removed at the start of the next one of the same folder", async () => {
    await cutUpload();
    await voidLeases(world.app.stores.main);
    await sweep();
    expect(await listPoolFiles(world.app.stores.main)).toEqual([]);
  });

  it.each([2, 4])("that was taken for left after its transaction %i does not come to wait", async (last) => {
    const app = aroundTransactions(world.app, {
      async after(nth) {
        if (nth !== last) return;
        world.clock.advance(MINUTE_MS + 1);
        await sweep();
      },
    });
    expect(await upload(1203, { app })).toMatchObject({ refusal: { code: "storage-busy" } });
    expect([await countParts(), await waiting(), await countUploads()]).toEqual([0, undefined, 0]);
  });

  it("that the store cannot take to its end is refused, and removed at once", async () => {
    const app = aroundTransactions(world.app, {
      after: async (nth) => {
        if (nth === 3) throw new StoreBusy("busy");
      },
    });
    expect(await upload(1203, { app })).toMatchObject({ refusal: { code: "storage-busy" } });
    expect(world.woken).toContain("forgotten-uploads");
    await sweep();
    expect(await listPoolFiles(world.app.stores.main)).toEqual([]);
  });

  it("during which somebody else sends a file is refused, and theirs stays", async () => {
    const { mark } = value(await poolPage(built.organiser, built));
    const app = aroundTransactions(world.app, {
      after: async (nth) => (nth === 2 ? upload(20, { fileName: "theirs.csv" }) : undefined),
    });
    expect(await upload(1203, { app, seen: mark })).toMatchObject({ refusal: { code: "changed-meanwhile" } });
    await sweep();
    expect([await countParts(), await waiting()]).toEqual([1, "theirs.csv"]);
  });

  it("during which the file before it is imported is refused, and that import comes to its end", async () => {
    const { assemblyId, organiser } = built;
    await upload(20, { fileName: "old.csv" });
    const app = aroundTransactions(world.app, {
      after: async (nth) =>
        nth === 2 ? startImport(organiser, null, { assemblyId, meanings, replace: false }) : undefined,
    });
    expect(await upload(1203, { app })).toMatchObject({ refusal: { code: "import-under-way" } });
    await sweep();
    await writeImports(world.app);
    expect(await findPool(world.app.stores.main, assemblyId)).toMatchObject({ people: 20, fileName: "old.csv" });
  });

  it("writes nothing for who may not send it", async () => {
    const [member] = built.members;
    const { header, rows } = aPoolFile(20);
    const file = { assemblyId: built.assemblyId, fileName: "new.csv", header, rows };
    let transactions = 0;
    const app = aroundTransactions(world.app, { after: async (nth) => (transactions = nth) });
    const sent = member && (await uploadPool({ ...member, app }, world.commandId(), file));
    expect(sent).toMatchObject({ refusal: { code: "role-not-permitted" } });
    expect([transactions, await countParts(), await listPoolFiles(world.app.stores.main)]).toEqual([1, 0, []]);
  });

  it("sent again is answered, and not written again", async () => {
    const commandId = world.commandId();
    const first = await upload(1203, { commandId });
    let transactions = 0;
    const app = aroundTransactions(world.app, { after: async (nth) => (transactions = nth) });
    expect(await upload(1203, { app, commandId })).toEqual(first);
    expect([transactions, await countParts(), await countUploads()]).toEqual([0, 3, 1]);
  });

  it("sent twice at once is one, which both are answered with", async () => {
    const commandId = world.commandId();
    const [one, other] = await Promise.all([upload(1203, { commandId }), upload(1203, { commandId })]);
    expect(one).toEqual(other);
    await sweep();
    expect([await countParts(), await countUploads()]).toEqual([3, 1]);
    expect(one).toMatchObject({ ok: true, value: { fileId: (await listPoolFiles(world.app.stores.main))[0]?.id } });
  });

  it("sent twice is answered with the file of the copy that came through while this one was looked at", async () => {
    const commandId = world.commandId();
    const { mark: seen } = value(await poolPage(built.organiser, built));
    let first: unknown;
    const app = aroundTransactions(world.app, {
      before: async (nth) => {
        if (nth === 1) first = await upload(1203, { commandId, seen });
      },
    });
    expect(await upload(1203, { app, commandId, seen })).toEqual(first);
    expect([await countParts(), await countUploads(), await waiting()]).toEqual([3, 1, "new.csv"]);
  });

  it("whose last answer was lost keeps the file that waits: sent again, it is answered", async () => {
    const commandId = world.commandId();
    const app = aroundTransactions(world.app, {
      after: async (nth) => {
        if (nth === 5) throw new StoreBusy("busy");
      },
    });
    expect(await upload(1203, { app, commandId })).toMatchObject({ refusal: { code: "storage-busy" } });
    await sweep();
    expect([await countParts(), await waiting()]).toEqual([3, "new.csv"]);
    const file = await findPoolFile(world.app.stores.main, built.assemblyId);
    expect(await upload(1203, { commandId })).toEqual({ ok: true, value: { fileId: file?.id } });
  });

  it("of long rows has shorter parts, and its rows keep their numbers", async () => {
    const { header, rows } = aPoolFile(400);
    const long = rows.map((row) => [...row, "x".repeat(4_000)]);
    long[300] = ["v300", "A", "B", "not an address", "", "", "man", "16-29", ""];
    const { assemblyId, organiser } = built;
    await uploadPool(organiser, null, {
      assemblyId,
      fileName: "long.csv",
      header: [...header, "remark"],
      rows: long,
      firstRow: 5,
    });
    expect(await countParts()).toBeGreaterThan(5);
    expect(await checkPoolFile(organiser, { assemblyId, meanings })).toMatchObject({
      value: { people: 400, problems: [{ row: 305, code: "email-not-an-address" }] },
    });
  });
});
