// Runs unit and database tests, and counts them.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { runProgram } from "../../server/run-program.mjs";

const RESULTS = "test-results";

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : { testResults: [] };
}

/** Every test of a report: its file, its name and how it went. A file that could not be loaded is one failed test. */
function listTests(report) {
  return report.testResults.flatMap(({ name: file, status, assertionResults }) => {
    if (assertionResults.length === 0 && status === "failed") return [{ file, name: "(could not be loaded)", status }];
    return assertionResults.map((test) => ({ file, name: test.fullName, status: test.status }));
  });
}

const named = ({ file, name }) => `${file.slice(process.cwd().length + 1)} › ${name}`;

/**
 * Runs the test files whose path contains `only` (all by default), without those that match `except`.
 * Gives { passed, failed, skipped, tests, passedNames (each a list of names), note, output }.
 */
export async function runVitest({ label, only = [], except = [], env, limitMs }) {
  mkdirSync(RESULTS, { recursive: true });
  const reportPath = `${RESULTS}/${label}.json`;
  rmSync(reportPath, { force: true });
  const args = ["run", "--config", "remix.config.js", "--passWithNoTests", ...only];
  args.push(...except.flatMap((pattern) => ["--exclude", pattern]));
  args.push("--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`);
  const { code, output, isLate } = await runProgram("node_modules/.bin/vitest", args, { env, limitMs });
  const tests = listTests(readReport(reportPath));
  const failed = tests.filter(({ status }) => status === "failed").length;
  const passed = tests.filter(({ status }) => status === "passed");
  const skipped = tests.filter(({ status }) => !["passed", "failed"].includes(status)).map(named);
  return {
    passed: passed.length,
    // A run that failed without a failed test (an unhandled error, a time-out) is one failure.
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped,
    tests: tests.map(named),
    passedNames: passed.map(named),
    note: `${passed.length} tests in ${new Set(tests.map(({ file }) => file)).size} files`,
    output: isLate ? `${output}\n\nEnded: it took longer than ${limitMs / 60_000} minutes.` : output,
  };
}
