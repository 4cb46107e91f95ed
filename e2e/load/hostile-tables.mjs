// node e2e/load/hostile-tables.mjs: what files made to hurt cost the reader of uploads, each in a process of its own: its answer, how
// long it took, the longest that others waited, and the largest memory beyond that of an honest small file.
import { execFile } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const MB = 1024 * 1024;
const whole = 12 * MB - 100;
const start = "id,name\n1,";
const honestRow = (at) => `${at},Name ${at},person${at}@example.org,woman,16-24,"${at}, rue des Lilas"\n`;
const tables = {
  "a small honest file": () => "id,name\n1,a\n",
  "50,000 rows": () =>
    `id,name,mail,gender,age,address\n${Array.from({ length: 50_000 }, (_, at) => honestRow(at)).join("")}`,
  "a header of 1,000,000 columns": () => `${Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(",")}\n1,2\n`,
  "a header of 50,000 columns": () => `${Array.from({ length: 50_000 }, (_, at) => `c${at}`).join(",")}\n1,2\n`,
  "12 MB of separators": () => `id,name\n${",".repeat(whole)}`,
  "12 MB of newlines": () => `id,name\n${"\n".repeat(whole)}`,
  "one cell of 12 MB": () => start + "x".repeat(whole),
  "one quoted cell of 12 MB": () => `${start}"${"x".repeat(whole)}"\n`,
  "a quote that never closes": () => `${start}"${"x,y\n".repeat(whole / 4)}`,
  "12 MB of quotes": () => start + '"'.repeat(whole),
  "12 MB of broken quotes": () => start + '"x '.repeat(whole / 3),
};

const [name] = process.argv.slice(2);
if (name === undefined) {
  const run = promisify(execFile);
  for (const each of Object.keys(tables)) {
    const { stdout, stderr } = await run(process.execPath, [fileURLToPath(import.meta.url), each]).catch(
      (error) => error,
    );
    process.stdout.write(stdout || `${each}: the process ended: ${String(stderr).split("\n")[0]}\n`);
  }
} else {
  const { register } = await import("tsx/esm/api");
  register();
  const { readTable } = await import("../../server/http/read-table.ts");
  await readTable(new TextEncoder().encode(tables["a small honest file"]()), "file");
  const bytes = new TextEncoder().encode(tables[name]?.() ?? "");
  const before = process.memoryUsage().rss;
  let most = before;
  let waited = 0;
  let looked = performance.now();
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss);
    waited = Math.max(waited, performance.now() - looked);
    looked = performance.now();
  };
  const looking = setInterval(look, 5);
  const began = performance.now();
  const table = await readTable(bytes, "file");
  const ms = Math.round(performance.now() - began);
  look();
  clearInterval(looking);
  const answer = table.ok ? `${table.value.rows.length} rows` : JSON.stringify(table.refusal);
  process.stdout.write(
    `${name}: ${answer}; ${ms} ms, others waited ${Math.round(waited)} ms, ${Math.round((most - before) / MB)} MB more\n`,
  );
}
