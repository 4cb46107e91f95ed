import { writeFileSync } from "node:fs";
import type { DrawProgress } from "~/app/domain/sortition/draw-control";
import { DrawStopped } from "~/app/domain/sortition/draw-control";
import type { DrawOutcome } from "~/app/domain/sortition/draw-result";
import { householdKey } from "~/app/domain/sortition/household-key";
import { type DrawFiles, readDrawFiles } from "./draw-files";
import { outcomeJson } from "./draw-json";
import { type DrawOptions, readOptions } from "./draw-options";
import { runDraw } from "./run-draw";
import { writeCsv } from "./write-csv";

const exitCodes = { drawn: 0, refused: 2, infeasible: 3, stopped: 4 } as const;

/** `npm run draw`: one JSON object on the output, progress beside it; answers the exit code. */
export async function drawCommand(args: readonly string[]): Promise<number> {
  const { options, problems } = readOptions(args);
  if (!options) return tell({ status: "bad-input", problems });
  const started = performance.now();
  const { files, problems: badCells } = readDrawFiles(options);
  if (!files) return tell({ status: "bad-input", problems: badCells }, options);
  for (const row of files.imported.skippedRows)
    process.stderr.write(`row ${row} of the people has no id and was skipped\n`);
  const begun = performance.now();
  const deadline = started + options.timeLimitSeconds * 1000;
  const outcome = await runDraw(files.request, {
    now: () => performance.now(),
    report: progressLine(begun),
    stopAsked: () => performance.now() > deadline,
  }).catch((error: unknown): DrawOutcome => {
    if (error instanceof DrawStopped) return { status: "stopped" };
    throw error;
  });
  const seconds = Math.round(performance.now() - begun) / 1000;
  if ("result" in outcome && outcome.result) writePanel(options, files, outcome.result.drawnIds);
  tell(outcomeJson(outcome, { request: files.request, seconds }), options);
  return exitCodes[outcome.status];
}

function tell(answer: object, options?: DrawOptions): number {
  const text = `${JSON.stringify(answer)}\n`;
  process.stdout.write(text);
  if (options?.json) writeFileSync(options.json, text);
  return 2;
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

/** The selected people, and those who remain: without the selected and without people at their addresses. */
function writePanel(options: DrawOptions, { request, imported, table }: DrawFiles, drawnIds: readonly string[]): void {
  const drawn = new Set(drawnIds);
  const homeOf = (id: string): string | undefined =>
    request.households ? householdKey(request.people.find((person) => person.id === id)?.household) : undefined;
  const homes = new Set([...drawn].map(homeOf).filter((home) => home !== undefined));
  const rowsOf = (keep: (id: string) => boolean): (readonly string[])[] =>
    request.people.filter(({ id }) => keep(id)).map(({ id }) => imported.rows.get(id) ?? []);
  const remains = (id: string): boolean => {
    const home = homeOf(id);
    return !drawn.has(id) && (home === undefined || !homes.has(home));
  };
  if (options.selected) writeCsv(options.selected, [table.header, ...rowsOf((id) => drawn.has(id))]);
  if (options.remaining) writeCsv(options.remaining, [table.header, ...rowsOf(remains)]);
}
