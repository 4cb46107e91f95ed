// Runs the end-to-end journeys in Chromium against the built server, and counts them.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { runProgram } from "../../server/run-program.mjs";

const REPORT = "test-results/journeys.json";

function readReport() {
  return existsSync(REPORT) ? JSON.parse(readFileSync(REPORT, "utf8")) : { suites: [], errors: [] };
}

/** Every journey of a report: its name and how it went (expected, unexpected, flaky, skipped). */
function listJourneys(suites, path = []) {
  return suites.flatMap(({ title, specs = [], suites: inner = [] }) => {
    const here = [...path, title];
    const own = specs.flatMap((spec) =>
      spec.tests.map((test) => ({
        name: [...here, spec.title].join(" › "),
        status: test.status,
        notes: test.annotations,
      })),
    );
    return [...own, ...listJourneys(inner, here)];
  });
}

const reasonOf = ({ notes }) => notes?.find(({ type }) => type === "skip")?.description;

/** Gives { passed, failed, skipped (names with their reason), note, output }. */
export async function runJourneys({ env, args = [], limitMs }) {
  rmSync(REPORT, { force: true });
  const all = ["test", "--config", "e2e/playwright.config.ts", ...args];
  const { code, output, isLate } = await runProgram("node_modules/.bin/playwright", all, { env, limitMs });
  const { suites, errors = [] } = readReport();
  const journeys = listJourneys(suites);
  const failed = journeys.filter(({ status }) => ["unexpected", "flaky"].includes(status)).length + errors.length;
  const passed = journeys.filter(({ status }) => status === "expected").length;
  const skipped = journeys.filter(({ status }) => status === "skipped");
  return {
    passed,
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: skipped.map((journey) => [journey.name, reasonOf(journey)].filter(Boolean).join(": ")),
    note: `${passed} journeys`,
    output: isLate ? `${output}\n\nEnded: it took longer than ${limitMs / 60_000} minutes.` : output,
  };
}
