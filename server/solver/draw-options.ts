import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type DrawAlgorithm, drawAlgorithms } from "~/app/domain/sortition/draw-request";

export interface DrawOptions {
  readonly people: string;
  readonly features: string;
  readonly seats: number;
  readonly algorithm: DrawAlgorithm;
  readonly id?: string;
  readonly household?: readonly string[];
  readonly in?: string;
  readonly out?: string;
  readonly lottery: number;
  readonly seed: string;
  readonly timeLimitSeconds: number;
  /** Files that the command writes: its answer, the tables of people, and the lottery's text. */
  readonly json?: string;
  readonly selected?: string;
  readonly remaining?: string;
  readonly panels?: string;
}

export interface OptionProblem {
  readonly code:
    | "option-unknown"
    | "option-missing"
    | "option-not-a-number"
    | "option-out-of-range"
    | "option-not-known-value";
  readonly option: string;
  readonly value?: string;
}

const text = { type: "string" } as const;
const known = {
  people: text,
  features: text,
  seats: text,
  algorithm: text,
  id: text,
  household: text,
  in: text,
  out: text,
  lottery: text,
  seed: text,
  "time-limit": text,
  json: text,
  selected: text,
  remaining: text,
  panels: text,
} as const;
type Name = keyof typeof known;

const largestLottery = 100_000;
const whole = /^\d{1,15}$/;
const decimal = /^\d{1,15}(\.\d+)?$/;

/** The options of the command, and everything that is wrong with them; what is wrong or missing has a value that does no harm. */
export function readOptions(args: readonly string[]): { options: DrawOptions; problems: OptionProblem[] } {
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  const problems: OptionProblem[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") problems.push({ code: "option-unknown", option: token.value });
    if (token.kind === "option" && !Object.hasOwn(known, token.name))
      problems.push({ code: "option-unknown", option: token.rawName });
  }
  for (const name of ["people", "features", "seats"] as const)
    if (values[name] === undefined) problems.push({ code: "option-missing", option: `--${name}` });
  const given = (name: Name): string | undefined => {
    const value = values[name];
    if (value === true || value === "") problems.push({ code: "option-missing", option: `--${name}`, value: "" });
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const number = (name: Name, pattern: RegExp, [least, most]: readonly [number, number]): number | undefined => {
    const value = given(name);
    if (value === undefined) return undefined;
    const read = pattern.test(value.trim()) ? Number(value) : Number.NaN;
    if (Number.isNaN(read)) problems.push({ code: "option-not-a-number", option: `--${name}`, value });
    else if (read < least || read > most) problems.push({ code: "option-out-of-range", option: `--${name}`, value });
    return read;
  };
  const algorithm = given("algorithm")?.trim().toLowerCase() ?? "leximin";
  if (!isAlgorithm(algorithm)) {
    problems.push({ code: "option-not-known-value", option: "--algorithm", value: algorithm });
  }
  const infinite = Number.POSITIVE_INFINITY;
  const options = {
    people: locate(given("people") ?? ""),
    features: locate(given("features") ?? ""),
    seats: number("seats", whole, [1, infinite]) ?? 0,
    lottery: number("lottery", whole, [0, largestLottery]) ?? 0,
    timeLimitSeconds: number("time-limit", decimal, [0, infinite]) ?? infinite,
    seed: typeof values.seed === "string" ? values.seed : randomBytes(16).toString("hex"),
    algorithm: isAlgorithm(algorithm) ? algorithm : "leximin",
    ...optionalOptions(given),
  };
  if (values.seed === true) problems.push({ code: "option-missing", option: "--seed", value: "" });
  return { options, problems };
}

function isAlgorithm(word: string): word is DrawAlgorithm {
  return drawAlgorithms.some((known) => known === word);
}

function optionalOptions(given: (name: Name) => string | undefined): Partial<DrawOptions> {
  const id = given("id");
  const household = given("household")
    ?.split(",")
    .map((column) => column.trim())
    .filter((column) => column !== "");
  const lists = { in: given("in"), out: given("out") };
  const written = (["json", "selected", "remaining", "panels"] as const).flatMap((name): [string, string][] => {
    const path = given(name);
    return path === undefined ? [] : [[name, fromCaller(path)]];
  });
  return {
    ...(id !== undefined && { id }),
    ...(household && household.length > 0 && { household }),
    ...(lists.in !== undefined && { in: locate(lists.in) }),
    ...(lists.out !== undefined && { out: locate(lists.out) }),
    ...Object.fromEntries(written),
  };
}

/** A path as given, or from the folder in which npm was called. */
function locate(path: string): string {
  return path === "" || existsSync(path) || !existsSync(fromCaller(path)) ? path : fromCaller(path);
}

/** A path from the folder in which npm was called. */
export function fromCaller(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return resolve(script === "draw" && folder ? folder : ".", path);
}
