import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DAY_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import { type AssemblyId, newId, type PersonId } from "~/app/domain/kernel/ids";
import { mostQuotas } from "~/app/domain/recruitment/check-quotas";
import { aPoolFile } from "~/app/domain/testing/recruitment";
import { lastImportBatch, leaseImportBatch } from "~/db/repositories/pool";
import { findPoolFile, findPoolFilePart, insertPoolFile, insertPoolFilePart } from "~/db/repositories/pool-file";
import { columnsPage } from "../../queries/recruit/columns-page";
import { poolPage } from "../../queries/recruit/pool-page";
import { type BuiltAssembly, buildAssembly } from "../../testing/build-assembly";
import { type TestApp, testApp } from "../../testing/test-app";
import { editQuotas } from "./edit-quotas";
import { forgetUpload, uploadsToForget } from "./forget-uploads";
import { startImport } from "./start-import";
import { uploadPool } from "./upload-pool";
import { writeImports } from "./write-imports";

let world: TestApp;
let built: BuiltAssembly;
beforeEach(async () => {
  world = await testApp();
  built = await buildAssembly(world, { phase: "recruitment" });
});
afterEach(() => world.dispose());

const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code;
/** The job that forgets uploads, once. */
const forgetDue = async () => {
  for (const file of await uploadsToForget(world.app)) await forgetUpload(world.app, file);
};
const stored = () => findPoolFile(world.app.stores.main, built.assemblyId);

async function upload(people = 20) {
  const { header, rows } = aPoolFile(people);
  const { assemblyId, organiser } = built;
  return uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
}

/** A file as a server without limits let it in. */
async function anOldUpload(assemblyId: AssemblyId, columns: number) {
  const { main } = world.app.stores;
  const header = Array.from({ length: columns }, (_, at) => `c${at}`);
  const id = newId<"pool-file">(world.random);
  const createdBy = "somebody" as PersonId;
  const createdAt = world.clock.now();
  await insertPoolFile(main, { id, assemblyId, fileName: "wide.csv", header, rows: 1, createdAt, createdBy });
  await insertPoolFilePart(main, { fileId: id, part: 0, firstRow: 2, rows: [["1", "2"]] });
  return id;
}

describe("an upload that is too much", () => {
  it("is refused with its place, and nothing of it is kept", async () => {
    const { assemblyId, organiser } = built;
    const wide = Array.from({ length: 201 }, (_, at) => `c${at}`);
    for (const [header, rows, refusal] of [
      [wide, [["1"]], { code: "file-too-many-columns", data: { row: 1, most: 200 }, field: "file" }],
      [["id", "name"], [["1", "a"], wide], { code: "file-too-many-columns", data: { row: 3 }, field: "file" }],
      [["id", "name"], [["1", "x".repeat(5_001)]], { code: "file-cell-too-long", data: { row: 2, column: 2 } }],
    ] as const) {
      const given = { assemblyId, fileName: "x.csv", header, rows };
      expect(await uploadPool(organiser, world.commandId(), given)).toMatchObject({ refusal });
      expect(await stored()).toBeUndefined();
    }
  });

  it("that an earlier server had let in is shown to nobody, and gone after the next start", async () => {
    const { assemblyId, organiser } = built;
    const id = await anOldUpload(assemblyId, 50_000);
    expect(codeOf(await columnsPage(organiser, { assemblyId }))).toBe("pool-file-missing");
    const page = await poolPage(organiser, { assemblyId });
    expect(page.ok && page.value.file).toBe(null);
    const started = await startImport(organiser, world.commandId(), { assemblyId, meanings: [], replace: false });
    expect(codeOf(started)).toBe("pool-file-missing");
    await forgetDue();
    expect(await stored()).toBeUndefined();
    expect(await findPoolFilePart(world.app.stores.main, id, 0)).toBeUndefined();
  });
});

describe("an upload that nobody went on with", () => {
  it("is forgotten after a day", async () => {
    await upload();
    world.clock.advance(DAY_MS);
    await forgetDue();
    expect(await stored()).toBeDefined();
    world.clock.advance(1);
    await forgetDue();
    expect(await stored()).toBeUndefined();
  });

  it("is forgotten with the import that a server left in the middle, but not under somebody who writes it", async () => {
    const { assemblyId, organiser } = built;
    const { main } = world.app.stores;
    await upload();
    const { meanings } = aPoolFile(1);
    await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: false });
    const batch = await lastImportBatch(main, assemblyId);
    world.clock.advance(DAY_MS + 1);
    const now = world.clock.now();
    await leaseImportBatch(main, batch?.id ?? ("" as never), { now, until: new Date(now.getTime() + MINUTE_MS) });
    await forgetDue();
    expect(await stored()).toBeDefined();
    world.clock.advance(MINUTE_MS + 1);
    await forgetDue();
    expect(await stored()).toBeUndefined();
    expect(await lastImportBatch(main, assemblyId)).toMatchObject({ state: "failed", leasedUntil: null });
    expect(await writeImports(world.app)).toBe(0);
    expect((await upload()).ok).toBe(true);
  });
});

it("more quotas than the form has lines are refused before they are looked at", async () => {
  const { assemblyId, organiser } = built;
  const quotas = Array.from({ length: mostQuotas + 1 }, (_, at) => ({ feature: `f${at}`, value: "x", min: 0, max: 1 }));
  const saved = await editQuotas(organiser, world.commandId(), { assemblyId, quotas });
  expect(saved).toMatchObject({ refusal: { code: "too-many-quotas" } });
});
