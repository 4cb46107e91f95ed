// npm test: every check of the project, one stage after the other, so that one run shows all that is wrong.
// --check: the quick ones only (under a minute). --long: the slow laws, faults and soaks.
import { fileURLToPath } from "node:url";
import { installPackages } from "../server/install.mjs";
import { findLivekitServer } from "../server/livekit.mjs";
import { buildIfChanged } from "../server/rebuild.mjs";
import { runProgram } from "../server/run-program.mjs";
import { findBreaches } from "./stages/check-sources.mjs";
import { provideChromium } from "./stages/find-chromium.mjs";
import { providePostgres } from "./stages/provide-postgres.mjs";
import { runJourneys } from "./stages/run-journeys.mjs";
import { runStage, say, totals } from "./stages/run-stage.mjs";
import { runVitest } from "./stages/run-vitest.mjs";

/** Limits end what hangs; they are no measure: a busy machine takes twice as long as a quiet one. */
const MINUTE = 60_000;
const LONG_TESTS = "**/*.long.test.{ts,tsx}";
const DATABASE_TESTS = "**/*.db.test.ts";
/** Those that compute for seconds. */
const SLOW_TESTS = "**/*.slow.test.ts";
const isCheck = process.argv.includes("--check");
const isLong = process.argv.includes("--long");
/** Where everything is installed on purpose, a skipped test is a mistake. */
const mustRunAll = process.env.CI === "true" || process.env.REQUIRE_POSTGRES === "1";

/** Our environment without what would point tests at somebody's real database, mails or rooms. */
function cleanEnvironment(more = {}) {
  const env = { ...process.env, NO_COLOR: "1", ...(isLong && { LONG: "1" }), ...more };
  for (const name of ["DATABASE_URL", "SMTP_URL", "DATA_DIR", "PORT", "FORCE_COLOR", "NODE_ENV"]) {
    if (!(name in more)) delete env[name];
  }
  return env;
}

/** A stage that is one program: it passes when the program ends with 0. */
function program(command, args, limitMs) {
  return async () => {
    const { code, output, isLate } = await runProgram(command, args, { env: cleanEnvironment(), limitMs });
    return { failed: code === 0 ? 0 : 1, output: isLate ? `${output}\nEnded: it took too long.` : output };
  };
}

const bin = (name) => `node_modules/.bin/${name}`;

/** What reads the sources, on two cores: the longest first. */
async function runStaticStages() {
  const lint = ["check", "--config-path=.biome.json", "--error-on-warnings", "--max-diagnostics=200", "."];
  const walls = ["--config", ".dependency-cruiser.cjs", "app", "server", "db", "realtime", "e2e"];
  const waiting = [
    ["types", program("npm", ["run", "--silent", "typecheck"], 5 * MINUTE)],
    ["boundaries", program(bin("depcruise"), walls, 3 * MINUTE)],
    ["Biome", program(bin("biome"), lint, 2 * MINUTE)],
    ["dead code", program(bin("knip"), ["--config", ".knip.json", "--no-config-hints", "--cache"], 2 * MINUTE)],
    ["sizes, names, refused words", readSources],
  ];
  const runThem = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) await runStage(...stage);
  };
  await Promise.all([runThem(), runThem()]);
}

function readSources() {
  const breaches = findBreaches();
  return { failed: breaches.length > 0 ? 1 : 0, output: breaches.join("\n") };
}

const isDatabaseTest = (name) => /\.db(\.long)?\.test\.tsx? › /.test(name);

function runUnitTests() {
  const env = cleanEnvironment();
  delete env.TEST_DATABASE_URL;
  return runStage(isCheck ? "unit tests" : "unit and database tests on SQLite", async () => {
    const result = await runVitest({
      label: isLong ? "long" : "sqlite",
      only: isLong ? [".long.test."] : [],
      except: isLong ? [] : [LONG_TESTS, ...(isCheck ? [DATABASE_TESTS, SLOW_TESTS] : [])],
      env,
      limitMs: (isLong ? 60 : 30) * MINUTE,
    });
    // What only PostgreSQL can show is counted there.
    return { ...result, skipped: result.skipped.filter((name) => !isDatabaseTest(name)) };
  });
}

/** The names of the tests that would have run; each of them is reported as skipped. */
function skipDatabaseTests(onSqlite) {
  const names = (onSqlite.tests ?? []).filter(isDatabaseTest);
  return { skipped: names.length > 0 ? names : ["all database tests"], note: "no PostgreSQL was found" };
}

function runDatabaseTests(postgres, onSqlite) {
  return runStage("database tests on PostgreSQL", { mustRunAll }, async () => {
    if (!postgres) return skipDatabaseTests(onSqlite);
    const env = cleanEnvironment({ DATABASE_URL: postgres.url, TEST_DATABASE_URL: postgres.url });
    const which = isLong ? { only: [".db.long.test."] } : { only: [".db.test."], except: [LONG_TESTS] };
    const result = await runVitest({ label: "postgres", ...which, env, limitMs: (isLong ? 60 : 30) * MINUTE });
    // What only SQLite can show has been shown there.
    return { ...result, skipped: result.skipped.filter((name) => !onSqlite.passedNames?.includes(name)) };
  });
}

async function runJourneyStages({ chromium, postgres }) {
  const build = await runStage("build", async () => ({
    note: (await buildIfChanged(() => {})) ? "built" : "up to date",
  }));
  if (!build.isGood || !chromium.isGood) return say("  journeys: not run, since the build or Chromium is missing");
  const livekit = findLivekitServer();
  const env = cleanEnvironment({
    CHROMIUM_PATH: chromium.path,
    ...(postgres && { TEST_DATABASE_URL: postgres.url }),
    ...(livekit && { LIVEKIT_SERVER_BIN: livekit }),
  });
  const args = isLong ? ["--grep", "@long", "--pass-with-no-tests"] : [];
  await runStage("journeys", { mustRunAll }, () => runJourneys({ env, args, limitMs: (isLong ? 90 : 50) * MINUTE }));
}

async function runAll() {
  const packages = await runStage("packages", async () => {
    await installPackages((sentence) => say(`  ${sentence}`));
    return {};
  });
  if (!packages.isGood) return;
  if (!isLong) await runStaticStages();
  if (isCheck) return runUnitTests();
  const chromium = await runStage("Chromium", async () => ({ path: await provideChromium() }));
  if (!isLong)
    await runStage("migrations", program(process.execPath, ["db/migrations/generate.mjs", "--check"], 3 * MINUTE));
  const unit = await runUnitTests();
  const { postgres = null } = await runStage("PostgreSQL", async () => ({
    postgres: (await providePostgres()) ?? undefined,
  }));
  try {
    await runDatabaseTests(postgres, unit);
    await runJourneyStages({ chromium, postgres });
  } finally {
    await postgres?.stop();
  }
}

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
await runAll();
const { passed, failed, skipped } = totals();
say(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);
