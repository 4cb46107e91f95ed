// node e2e/load/import-bench.mjs [--people N]: how long the import of a pool takes, and what others feel of it meanwhile.
// Runs the real commands on a fresh SQLite store in a temporary folder, synchronous writes as in the product.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";

const { values } = parseArgs({ options: { people: { type: "string" } } });
const people = Number(values.people ?? 10_000);
const dataDir = mkdtempSync(join(tmpdir(), "import-bench-"));
delete process.env.DATABASE_URL;
register();

const { openApp } = await import("../../server/app.ts");
const { readConfig } = await import("../../server/config.ts");
const { newId } = await import("../../app/domain/kernel/ids.ts");
const { aNewAssembly } = await import("../../app/domain/testing/assembly.ts");
const { aPoolFile } = await import("../../app/domain/testing/recruitment.ts");
const { insertOrganisation, insertOrganisationOrganiser } = await import("../../db/repositories/organisation.ts");
const { findAssembly } = await import("../../db/repositories/assembly.ts");
const { insertPerson, saveEmail } = await import("../../db/repositories/person.ts");
const { actorOf } = await import("../../server/auth/who.ts");
const { createAssembly } = await import("../../server/commands/prepare/create-assembly.ts");
const { startImport } = await import("../../server/commands/recruit/start-import.ts");
const { uploadPool } = await import("../../server/commands/recruit/upload-pool.ts");
const { findPool } = await import("../../db/repositories/pool.ts");
const { readTable } = await import("../../server/http/read-table.ts");
const { checkPoolFile } = await import("../../server/kernel/recruit/check-pool-file.ts");

const { app, stopJobs } = await openApp(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: "silent" }));
const main = app.stores.main;

async function organiserOfAnAssembly() {
  const [personId, organisationId] = [newId(app.random), newId(app.random)];
  const createdAt = app.clock.now();
  await insertPerson(main, { id: personId, name: "Bench", email: null, phone: null, locale: "en", createdAt });
  await insertOrganisation(main, { id: organisationId, name: "Bench", legalNotice: {}, privacy: {}, createdAt });
  await insertOrganisationOrganiser(main, { organisationId, personId, since: createdAt });
  const order = aNewAssembly({ organisationId, startsOn: createdAt.toISOString().slice(0, 10) });
  const made = await createAssembly({ app, actor: await actorOf(main, personId) }, null, order);
  if (!made.ok) throw new Error(made.refusal.code);
  return { caller: { app, actor: await actorOf(main, personId) }, assemblyId: made.value.assemblyId };
}

/** Somebody else who does one thing every five milliseconds; how long each time it took from when it was due, in order. */
function somebodyElse(doIt) {
  let took = [];
  let over = false;
  const doing = (async () => {
    while (!over) {
      const due = performance.now() + 5;
      await new Promise((resolve) => setTimeout(resolve, 5));
      await doIt();
      took.push(performance.now() - due);
    }
  })();
  return {
    /** What it took since it was asked last. */
    soFar() {
      const sorted = took.sort((a, b) => a - b);
      took = [];
      return sorted;
    },
    async end() {
      over = true;
      await doing;
    },
  };
}

const { caller, assemblyId } = await organiserOfAnAssembly();
const { header, rows, meanings } = aPoolFile(people);
const bytes = new TextEncoder().encode([header, ...rows].map((row) => row.join(";")).join("\r\n"));
const reader = somebodyElse(() => findAssembly(main, assemblyId));
let writes = 0;
const writer = somebodyElse(() => saveEmail(main, caller.actor.personId, `bench${writes++}@example.org`));
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const before = process.cpuUsage();
const steps = {};
const waits = [];
async function step(name, work) {
  writer.soFar();
  const start = performance.now();
  const result = await work();
  steps[name] = Math.round(performance.now() - start);
  // The write that waited longest may still be under way.
  await new Promise((resolve) => setTimeout(resolve, 20));
  waits.push(Math.round(writer.soFar().at(-1) ?? 0));
  if (result?.ok === false) throw new Error(result.refusal.code);
  return result;
}
const table = await step("read the file", () => readTable(bytes, "file"));
await step("keep its rows", () => uploadPool(caller, null, { assemblyId, fileName: "pool.csv", ...table.value }));
await step("check every cell", () => checkPoolFile(caller, { assemblyId, meanings }));
await step("look at it again", () => checkPoolFile(caller, { assemblyId, meanings }));
await step("start the import", () => startImport(caller, null, { assemblyId, meanings, replace: false }));
// The job writes it, as in the product.
await step("write the pool", async () => {
  while (!(await findPool(main, assemblyId))) await new Promise((resolve) => setTimeout(resolve, 5));
});
delay.disable();
const { user, system } = process.cpuUsage(before);
await Promise.all([reader.end(), writer.end()]);
const took = reader.soFar();
const total = Object.values(steps).reduce((sum, ms) => sum + ms, 0);
console.log(
  `${people} people, ${(bytes.length / 1024 ** 2).toFixed(1)} MB: ${(total / 1000).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor time`,
);
Object.entries(steps).forEach(([name, ms], at) => {
  console.log(`  ${name}: ${ms} ms; another write waited ${waits[at]} ms at most`);
});
console.log(
  `event loop held: 99 % under ${(delay.percentile(99) / 1e6).toFixed(0)} ms, ${(delay.max / 1e6).toFixed(0)} ms at most`,
);
console.log(
  `another reader: ${took.length} reads, median ${took[took.length >> 1]?.toFixed(1)} ms, ${took.at(-1)?.toFixed(1)} ms at most`,
);
await stopJobs();
await app.stores.close();
rmSync(dataDir, { recursive: true, force: true });
process.exit(0);
