// Writes the migrations that bring both engines to db/schema:  npm run migrations [-- --name what-changes]
// With --check it writes nothing, and fails when a migration is missing.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const ENGINES = ["sqlite", "pg"];
const STORES = ["main", "documents", "box"];
const HERE = "db/migrations";
// drizzle-kit wants a folder inside the project.
const SCRATCH = "node_modules/.cache/migrations-check";

/** Runs drizzle-kit for one store on one engine; its questions (was a column renamed?) are asked in the terminal. */
function generate(engine, store, { out, name, quiet }) {
  const config = `--config=${HERE}/${engine}.config.ts`;
  const run = spawnSync("npx", ["drizzle-kit", "generate", config, ...(name ? [`--name=${name}`] : [])], {
    env: { ...process.env, MIGRATIONS_STORE: store, MIGRATIONS_OUT: out },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    encoding: "utf8",
  });
  if (run.status !== 0)
    throw new Error(`drizzle-kit failed for ${engine}/${store}\n${run.stdout ?? ""}${run.stderr ?? ""}`);
}

const journal = (folder, engine, store) => {
  const file = join(folder, engine, store, "meta", "_journal.json");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

function check() {
  rmSync(SCRATCH, { recursive: true, force: true });
  mkdirSync(SCRATCH, { recursive: true });
  const behind = [];
  for (const engine of ENGINES) {
    if (existsSync(join(HERE, engine))) cpSync(join(HERE, engine), join(SCRATCH, engine), { recursive: true });
    for (const store of STORES) {
      generate(engine, store, { out: SCRATCH, quiet: true });
      if (journal(SCRATCH, engine, store) !== journal(HERE, engine, store)) behind.push(`${engine}/${store}`);
    }
  }
  rmSync(SCRATCH, { recursive: true, force: true });
  if (behind.length > 0) {
    console.error(`db/schema has changes without a migration (${behind.join(", ")}): run npm run migrations.`);
    process.exit(1);
  }
  console.log("Every table has its migrations, on both engines.");
}

const { values } = parseArgs({ options: { check: { type: "boolean" }, name: { type: "string" } } });
if (values.check) check();
else
  for (const engine of ENGINES) for (const store of STORES) generate(engine, store, { out: HERE, name: values.name });
