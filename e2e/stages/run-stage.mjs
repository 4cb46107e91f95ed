// One stage of the tests: timed, counted, its output shown when it fails.
const sum = { passed: 0, failed: 0, skipped: 0 };

/** One line on the terminal. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What all stages so far add up to. */
export function totals() {
  return { ...sum };
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

async function attempt(run) {
  try {
    return { passed: 0, failed: 0, skipped: [], ...(await run()) };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: [], output: error.message };
  }
}

/**
 * Runs a stage: a function that gives { passed, failed, skipped, note, output }, all optional, or throws (one failure).
 * With `mustRunAll`, each skipped test is a failure. Gives the stage's result, with `isGood`.
 */
export async function runStage(name, ...rest) {
  const run = rest.at(-1);
  const { mustRunAll = false } = rest.length > 1 ? rest[0] : {};
  const started = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`… ${name}\r`);
  const result = await attempt(run);
  const failed = result.failed + (mustRunAll ? result.skipped.length : 0);
  sum.passed += result.passed;
  sum.failed += failed;
  sum.skipped += mustRunAll ? 0 : result.skipped.length;
  const time = seconds(performance.now() - started);
  say([failed > 0 ? "✗" : "✓", name, `(${time})`, result.note ?? ""].join(" ").trimEnd());
  if (failed > 0 && result.output) say(`\n${result.output.trimEnd()}\n`);
  for (const skipped of result.skipped) say(`  skipped${mustRunAll ? ", which is a failure here" : ""}: ${skipped}`);
  return { ...result, isGood: failed === 0 };
}
