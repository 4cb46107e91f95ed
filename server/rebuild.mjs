// Builds the pages and the server when a source file changed since the last build.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, runProgram } from "./run-program.mjs";

const SOURCES = ["app", "server", "db", "realtime", "public", "remix.config.js", "tsconfig.json", "package-lock.json"];
const IS_NOT_BUILT = /\.(test\.tsx?|mjs|md)$/;
const STAMP = "build/.sources";
const ENTRY = "build/server/index.js";

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return IS_NOT_BUILT.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** One hash over the names and contents of everything that goes into the build. */
function hashSources() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesUnder)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Builds if needed. Throws an Error whose message is meant for the person at the keyboard. */
export async function buildIfChanged(say) {
  const sources = hashSources();
  if (existsSync(ENTRY) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return false;
  say("Building…");
  rmSync(STAMP, { force: true });
  const env = { ...process.env, NODE_ENV: "production" };
  const args = ["vite:build", "--config", "remix.config.js"];
  const { code, output } = await runProgram("node_modules/.bin/remix", args, { env, limitMs: 10 * 60_000 });
  if (code !== 0) throw new Error(`${lastLines(output, 40)}\n\nThe build failed (its last words are above).`);
  writeFileSync(STAMP, sources);
  return true;
}
