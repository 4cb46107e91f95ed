import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aPoolFile, somePoolQuotas } from "~/app/domain/testing/recruitment";
import { countPoolCandidates, listPoolCandidates } from "~/db/repositories/candidate";
import { findPool, importBatchesToWrite, lastImportBatch, leaseImportBatch } from "~/db/repositories/pool";
import { findPoolFile } from "~/db/repositories/pool-file";
import { buildAssembly } from "../../testing/build-assembly";
import { buildDrawn, buildPool, importPool } from "../../testing/build-recruitment";
import { type TestApp, testApp } from "../../testing/test-app";
import { discardUpload } from "./discard-upload";
import { editQuotas } from "./edit-quotas";
import { startImport } from "./start-import";
import { uploadPool } from "./upload-pool";
import { writeImport, writeImports } from "./write-imports";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;

describe("importing a pool", () => {
  it("keeps the file until its columns are said, then makes it the pool and forgets the file", async () => {
    const { organiser, assemblyId } = await buildAssembly(world, { phase: "recruitment" });
    const { header, rows, meanings } = aPoolFile(1203);
    const main = world.app.stores.main;
    await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
    expect(await findPool(main, assemblyId)).toBeUndefined();
    const started = await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: false });
    expect(started).toMatchObject({ ok: true, value: { people: 1203 } });
    expect(world.woken).toContain("pool-import");
    await writeImports(world.app);
    expect(await findPool(main, assemblyId)).toMatchObject({ people: 1203, fileName: "pool.csv" });
    expect(await countPoolCandidates(main, assemblyId)).toBe(1203);
    expect(await findPoolFile(main, assemblyId)).toBeUndefined();
  });

  it("imports nothing while a single cell is bad", async () => {
    const { organiser, assemblyId } = await buildAssembly(world, { phase: "recruitment" });
    const { header, rows, meanings } = aPoolFile(30);
    rows[7] = ["v1", "A", "B", "not an address", "", "x", "", "16-29"];
    await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
    const started = await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: false });
    expect(started).toMatchObject({ refusal: { code: "pool-file-not-clean", data: { count: 3 } } });
    expect(await lastImportBatch(world.app.stores.main, assemblyId)).toBeUndefined();
  });

  it("replaces a pool only when the organiser says so, and leaves nobody of the old one", async () => {
    const built = await buildPool(world, { people: 40 });
    const { organiser, assemblyId } = built;
    const { header, rows, meanings } = aPoolFile(700);
    await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "new.csv", header, rows });
    const refused = await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: false });
    expect(codeOf(refused)).toBe("pool-replace-unconfirmed");
    await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: true });
    await writeImports(world.app);
    expect(await countPoolCandidates(world.app.stores.main, assemblyId)).toBe(700);
  });

  it("is taken up again from the start when a server stopped half-way", async () => {
    const { organiser, assemblyId } = await buildAssembly(world, { phase: "recruitment" });
    const { header, rows, meanings } = aPoolFile(900);
    await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
    await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: false });
    const main = world.app.stores.main;
    const [batch] = await importBatchesToWrite(main, world.clock.now());
    const until = new Date(world.clock.now().getTime() + 60_000);
    await leaseImportBatch(main, batch?.id ?? ("" as never), { now: world.clock.now(), until });
    expect(await writeImports(world.app)).toBe(0);
    world.clock.advance(60_001);
    expect(await writeImports(world.app)).toBe(1);
    expect(await countPoolCandidates(main, assemblyId)).toBe(900);
  });

  it("is written once when a server that stood still for longer than its lease goes on beside the one that took over", async () => {
    const { organiser, assemblyId } = await buildAssembly(world, { phase: "recruitment" });
    const { header, rows, meanings } = aPoolFile(1803);
    await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
    await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: false });
    const main = world.app.stores.main;
    const [waiting] = await importBatchesToWrite(main, world.clock.now());
    const id = waiting?.id ?? ("" as never);
    // Its time is that of the moment when it stood still: whoever looks at theirs takes over.
    const slow = world.clock.now();
    let other: Promise<boolean> | undefined;
    const moved = () => {
      if (!other) world.clock.advance(180_000);
      other ??= writeImport(world.app, id);
    };
    await writeImport({ ...world.app, clock: { now: () => slow }, announcer: { ...world.app.announcer, moved } }, id);
    expect(await other).toBe(true);
    expect(await countPoolCandidates(main, assemblyId)).toBe(1803);
    expect(await lastImportBatch(main, assemblyId)).toMatchObject({ state: "done", written: 1803 });
    expect(await findPool(main, assemblyId)).toMatchObject({ people: 1803 });
  });

  it("answers a repeated request with the first answer, also once all is written", async () => {
    const { organiser, assemblyId } = await buildAssembly(world, { phase: "recruitment" });
    const { header, rows, meanings } = aPoolFile(20);
    const commandId = world.commandId();
    await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
    const first = await startImport(organiser, commandId, { assemblyId, meanings, replace: false });
    expect(await startImport(organiser, commandId, { assemblyId, meanings, replace: false })).toEqual(first);
    await writeImports(world.app);
    expect(await startImport(organiser, commandId, { assemblyId, meanings, replace: false })).toEqual(first);
    expect(await writeImports(world.app)).toBe(0);
    expect(await countPoolCandidates(world.app.stores.main, assemblyId)).toBe(20);
  });

  it("is over once somebody has been drawn", async () => {
    const { organiser, assemblyId } = await buildDrawn(world);
    const { header, rows } = aPoolFile(20);
    const again = await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
    expect(codeOf(again)).toBe("pool-already-drawn");
    const quotas = await editQuotas(organiser, world.commandId(), { assemblyId, quotas: somePoolQuotas(6) });
    expect(codeOf(quotas)).toBe("pool-already-drawn");
  });

  it("takes the spelling of the quotas for values that differ in case only", async () => {
    const built = await buildPool(world);
    const { organiser, assemblyId } = built;
    const { header, rows, meanings } = aPoolFile(20);
    const shouted = rows.map((row) => row.map((cell, at) => (at === 6 ? ` ${cell.toUpperCase()} ` : cell)));
    await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows: shouted });
    await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: true });
    await writeImports(world.app);
    const values = (await listPoolCandidates(world.app.stores.main, assemblyId)).map(({ features }) => features.gender);
    expect([...new Set(values)].sort()).toEqual(["man", "woman"]);
  });

  it("is refused to members, visitors and organisers of another assembly", async () => {
    const { assemblyId, members } = await buildAssembly(world, { phase: "recruitment", members: 1 });
    const stranger = await buildAssembly(world, { phase: "recruitment" });
    const { header, rows } = aPoolFile(20);
    const input = { assemblyId, fileName: "pool.csv", header, rows };
    const [member] = members;
    const asMember = member && (await uploadPool(member, world.commandId(), input));
    expect(codeOf(asMember ?? { ok: true })).toBe("role-not-permitted");
    expect(codeOf(await uploadPool(stranger.organiser, world.commandId(), input))).toBe("assembly-unknown");
    expect(codeOf(await discardUpload(world.visitor(), world.commandId(), { assemblyId }))).toBe("sign-in-needed");
  });

  it("names a doubled or missing header when the file is given", async () => {
    const { organiser, assemblyId } = await buildAssembly(world, { phase: "recruitment" });
    const rows = [["1", "2"]];
    for (const [header, code] of [
      [["Age", "age"], "column-doubled"],
      [["", "age"], "header-missing"],
    ] as const) {
      const given = await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "x.csv", header, rows });
      expect(given).toMatchObject({ refusal: { code, field: "file" } });
    }
  });
});

describe("quotas", () => {
  it("are saved whole or not at all, each fault beside its field", async () => {
    const built = await buildAssembly(world, { phase: "recruitment", seats: 6 });
    await importPool(world, built, { people: 40 });
    const quotas = somePoolQuotas(6).map((quota, at) => (at === 0 ? { ...quota, min: 5, max: 4 } : quota));
    const { organiser, assemblyId } = built;
    const saved = await editQuotas(organiser, world.commandId(), { assemblyId, quotas });
    expect(saved).toMatchObject({
      value: { refusals: [{ code: "quota-min-over-max", field: "max.0" }, { code: "minima-over-seats" }] },
    });
  });
});
