import { writeFileSync } from "node:fs";
import { csv } from "~/app/domain/kernel/csv";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import { DrawStopped } from "~/app/domain/sortition/draw-control";
import type { DrawOutcome, DrawResult } from "~/app/domain/sortition/draw-result";
import { checkFile } from "./check-command";
import { unwritableFiles } from "./check-writable";
import { readDrawFiles } from "./draw-files";
import { lotteryText, outcomeJson } from "./draw-json";
import { fromCaller, readOptions } from "./draw-options";
import { peopleTables } from "./people-tables";
import { runDraw } from "./run-draw";

const exitCodes = { drawn: 0, refused: 2, infeasible: 3, stopped: 4 } as const;

/**
 * `npm run draw`: one JSON object on the output, progress beside it; answers the exit code (1 for a fault of ours). With `--check FILE`,
 * whether a draw made on the screens holds.
 */
export async function drawCommand(args: readonly string[]): Promise<number> {
  const [first, path] = args;
  if (first === "--check" && path !== undefined && args.length === 2) {
    const { answer, code } = checkFile(fromCaller(path));
    tell(answer, undefined);
    return code;
  }
  const answerTo: { json?: string } = {};
  try {
    return await draw(args, answerTo);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({ status: "failed", message }, answerTo.json);
    return 1;
  }
}

async function draw(args: readonly string[], answerTo: { json?: string }): Promise<number> {
  const { options, problems: badOptions } = readOptions(args);
  const started = performance.now();
  const unwritable = unwritableFiles(options);
  const { files, problems: badCells } = readDrawFiles(options);
  const problems = [...badOptions, ...unwritable, ...badCells];
  if (options.json && !unwritable.some(({ option }) => option === "--json")) answerTo.json = options.json;
  if (!files || problems.length > 0) {
    tell({ status: "bad-input", problems }, answerTo.json);
    return exitCodes.refused;
  }
  const { request, imported } = files;
  for (const row of imported.skippedRows) process.stderr.write(`row ${row} of the people has no id and was skipped\n`);
  const begun = performance.now();
  const deadline = started + options.timeLimitSeconds * 1000;
  const outcome = await runDraw(request, {
    now: () => performance.now(),
    report: progressLine(begun),
    stopAsked: () => performance.now() > deadline,
  }).catch((error: unknown): DrawOutcome => {
    if (error instanceof DrawStopped) return { status: "stopped" };
    throw error;
  });
  const seconds = Math.round(performance.now() - begun) / 1000;
  const result = "result" in outcome ? outcome.result : undefined;
  if (result) {
    for (const { step, milliseconds } of result.report.steps)
      process.stderr.write(`${(milliseconds / 1000).toFixed(2)} s for ${step}\n`);
    const tables = peopleTables(files, result.drawnIds);
    if (options.selected) writeFileSync(options.selected, csv(tables.selected));
    if (options.remaining) writeFileSync(options.remaining, csv(tables.remaining));
    if (options.panels) writeLottery(options.panels, result, request);
  }
  const { skippedRows } = imported;
  tell(
    { ...outcomeJson(outcome, { request, seconds }), ...(skippedRows.length > 0 && { skippedRows }) },
    answerTo.json,
  );
  return exitCodes[outcome.status];
}

function tell(answer: object, path: string | undefined): void {
  const text = `${JSON.stringify(answer)}\n`;
  process.stdout.write(text);
  if (path === undefined) return;
  try {
    writeFileSync(path, text);
  } catch (error) {
    process.stderr.write(`${path} could not be written: ${error instanceof Error ? error.message : error}\n`);
  }
}

/** The text whose SHA-256 is the lottery's hash, so that others can check every panel. */
function writeLottery(path: string, { lottery }: DrawResult, request: Parameters<typeof lotteryText>[1]): void {
  if (lottery) writeFileSync(path, lotteryText(lottery, request));
  else process.stderr.write("no panels were written: the lottery was not asked for\n");
}

function progressLine(begun: number): (progress: DrawProgress) => void {
  let last = { step: "", at: 0 };
  return ({ step, done, of, bound, gap }) => {
    const at = performance.now();
    if (step === last.step && at - last.at < 500) return;
    last = { step, at };
    const parts = [
      `${((at - begun) / 1000).toFixed(1)} s`,
      step,
      done !== undefined && of !== undefined && `${done}/${of}`,
      bound !== undefined && `bound ${bound.toPrecision(6)}`,
      gap !== undefined && `gap ${gap.toPrecision(3)}`,
    ];
    process.stderr.write(`${parts.filter(Boolean).join("  ")}\n`);
  };
}
