import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { checkDraw } from "~/app/domain/recruitment/check-draw";
import { lotteryHash } from "./draw-json";

const ids = z.array(z.string());
/** The file as the screens give it out; what more it holds is left aside. */
const checkable = z.object({
  format: z.literal("hemicycle-draw-1"),
  ordinal: z.number(),
  kind: z.string(),
  at: z.string(),
  stopped: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
  inputs: z.string(),
  inputsHash: z.string(),
  lottery: z.object({
    size: z.number(),
    hash: z.string(),
    place: z.number(),
    least: z.number(),
    leftOut: z.number(),
  }),
  unreachableIds: ids,
  drawnIds: ids,
  panels: z.array(ids),
});

const exitCodes = { holds: 0, "does-not-hold": 3, "bad-input": 2 } as const;

export interface CheckAnswer {
  readonly status: keyof typeof exitCodes;
  readonly problems: readonly object[];
  readonly [more: string]: unknown;
}

/** `npm run draw -- --check FILE`: whether a draw that was downloaded holds; the answer, and the exit code (0, 2 or 3). */
export function checkFile(path: string): { readonly answer: CheckAnswer; readonly code: number } {
  const draw = readCheckable(path);
  if (typeof draw === "string") return answered({ status: "bad-input", problems: [{ code: draw, path }] });
  const { problems, remarks, least } = checkDraw(draw, {
    sha256: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
    lotteryHash: (panels, request) => lotteryHash({ panels }, request),
  });
  const { ordinal, kind, at, inputsHash, lottery } = draw;
  const about = { ordinal, kind, at, inputsHash, lotteryHash: lottery.hash, panels: draw.panels.length, least };
  return answered({ status: problems.length > 0 ? "does-not-hold" : "holds", ...about, problems, remarks });
}

function answered(answer: CheckAnswer) {
  return { answer, code: exitCodes[answer.status] };
}

function readCheckable(path: string): z.output<typeof checkable> | "file-missing" | "file-not-a-draw" {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return "file-missing";
  }
  try {
    const read = checkable.safeParse(JSON.parse(text));
    return read.success ? read.data : "file-not-a-draw";
  } catch {
    return "file-not-a-draw";
  }
}
