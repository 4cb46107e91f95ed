import type { Finding } from "../kernel/refusal";
import type { DrawRequest } from "../sortition/draw-request";
import { drawnPlace } from "../sortition/drawn-place";
import { requestFrom } from "./plan-draw";
import { panelChecker } from "./recheck-panel";

/** What is given of a draw to whoever may check it: people under their random ids, nobody's name. */
export interface CheckableDraw {
  readonly format: "hemicycle-draw-1";
  readonly ordinal: number;
  readonly kind: string;
  /** ISO instants. */
  readonly at: string;
  /** The calculation was stopped before its end. */
  readonly stopped: { readonly at: string; readonly by: string | null } | null;
  /** The text that was recorded before the calculation, and its SHA-256. */
  readonly inputs: string;
  readonly inputsHash: string;
  readonly lottery: {
    readonly size: number;
    readonly hash: string;
    readonly place: number;
    readonly least: number;
    readonly leftOut: number;
  };
  /** People whom no panel can contain. */
  readonly unreachableIds: readonly string[];
  /** Who was drawn anew; those who kept their seats are in the panel beside them. */
  readonly drawnIds: readonly string[];
  readonly panels: readonly (readonly string[])[];
}

export type CheckCode =
  | "inputs-changed"
  | "lottery-changed"
  | "panel-misses-a-rule"
  | "seed-names-another-panel"
  | "drawn-are-not-the-panel"
  | "counted-otherwise";

export interface CheckedDraw {
  readonly problems: readonly Finding<CheckCode>[];
  readonly remarks: readonly Finding<"calculation-stopped">[];
  /** Counted here: the chance of whoever is in the fewest panels. */
  readonly least: number;
}

interface Hashes {
  readonly sha256: (text: string) => string;
  readonly lotteryHash: (panels: CheckableDraw["panels"], request: DrawRequest) => string;
}

/**
 * Checks a draw against itself, trusting nothing but the fingerprints that were published: inputs, every panel, the list, the place that the
 * seed names, those drawn, and what was said of the least chance. That a calculation was stopped is a remark: it cannot be repeated, and
 * all of this holds for it like for any other. Inputs that are no request at all are none that a draw recorded: nothing else can be said then.
 */
export function checkDraw(draw: CheckableDraw, { sha256, lotteryHash }: Hashes): CheckedDraw {
  const { inputs, inputsHash, lottery, panels, stopped } = draw;
  const data = stopped && { at: stopped.at, ...(stopped.by !== null && { by: stopped.by }) };
  const remarks = data ? [{ code: "calculation-stopped" as const, data }] : [];
  const request = readInputs(inputs);
  if (!request) return { problems: [{ code: "inputs-changed" }], remarks, least: 0 };
  const holds = panelChecker(request);
  const misses = panels.findIndex((panel) => !holds(panel));
  const { least, leftOut } = countLeast(draw, request);
  const problems: Finding<CheckCode>[] = [];
  if (sha256(inputs) !== inputsHash) problems.push({ code: "inputs-changed" });
  if (lotteryHash(panels, request) !== lottery.hash) problems.push({ code: "lottery-changed" });
  if (misses >= 0) problems.push({ code: "panel-misses-a-rule", data: { panel: misses } });
  if (panels.length === 0 || drawnPlace(request.seed, panels.length) !== lottery.place)
    problems.push({ code: "seed-names-another-panel" });
  if (!isPanelOf(draw, request)) problems.push({ code: "drawn-are-not-the-panel" });
  if (least !== lottery.least || leftOut !== lottery.leftOut || panels.length !== lottery.size)
    problems.push({ code: "counted-otherwise", data: { least, leftOut, size: panels.length } });
  return { problems, remarks, least: panels.length > 0 ? least / panels.length : 0 };
}

/** The recorded request, if the text is one. */
function readInputs(inputs: string): DrawRequest | undefined {
  try {
    const request = requestFrom(inputs);
    return isRequest(request) ? request : undefined;
  } catch {
    return undefined;
  }
}

function isRequest({ people, quotas, seed, confirmedIds = [], excludedIds = [] }: Unread): boolean {
  const areKnown =
    Array.isArray(people) && people.every(isCandidate) && Array.isArray(quotas) && quotas.every(isObject);
  return areKnown && typeof seed === "string" && areTexts(confirmedIds) && areTexts(excludedIds);
}

type Unread = Partial<Record<keyof DrawRequest, unknown>>;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === "string");
const isCandidate = (value: unknown): boolean =>
  isObject(value) &&
  "features" in value &&
  isObject(value.features) &&
  (!("household" in value) || areTexts(value.household));

function isPanelOf({ drawnIds, lottery, panels }: CheckableDraw, { confirmedIds = [] }: DrawRequest): boolean {
  const seated = [...new Set([...drawnIds, ...confirmedIds])].sort();
  return JSON.stringify(seated) === JSON.stringify([...(panels[lottery.place] ?? [])].sort());
}

function countLeast({ panels, unreachableIds }: CheckableDraw, { people, excludedIds = [] }: DrawRequest) {
  const out = new Set([...unreachableIds, ...excludedIds]);
  const times = new Map<string, number>();
  for (const panel of panels) for (const id of panel) times.set(id, (times.get(id) ?? 0) + 1);
  const counts = people.flatMap(({ id }) => (out.has(id) ? [] : [times.get(id) ?? 0]));
  return {
    least: counts.reduce((fewest, count) => Math.min(fewest, count), panels.length),
    leftOut: counts.filter((count) => count === 0).length,
  };
}
