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
  readonly json?: string;
  readonly selected?: string;
  readonly remaining?: string;
}

export interface OptionProblem {
  readonly code: "option-unknown" | "option-missing" | "option-not-a-number" | "option-not-known-value";
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
} as const;

/** The options of the command, or everything that is wrong with them. */
export function readOptions(args: readonly string[]): { options?: DrawOptions; problems: OptionProblem[] } {
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  const problems: OptionProblem[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") problems.push({ code: "option-unknown", option: token.value });
    if (token.kind === "option" && !(token.name in known))
      problems.push({ code: "option-unknown", option: token.rawName });
  }
  const given = (name: keyof typeof known): string | undefined => {
    const value = values[name];
    if (value === true) problems.push({ code: "option-missing", option: `--${name}`, value: "" });
    return typeof value === "string" ? value : undefined;
  };
  const needed = (name: keyof typeof known): string => {
    const value = given(name);
    if (value === undefined && values[name] === undefined)
      problems.push({ code: "option-missing", option: `--${name}` });
    return value ?? "";
  };
  const number = (name: keyof typeof known, value: string | undefined, pattern: RegExp): number | undefined => {
    if (value === undefined) return undefined;
    if (!pattern.test(value.trim())) problems.push({ code: "option-not-a-number", option: `--${name}`, value });
    return Number(value);
  };
  const algorithm = given("algorithm")?.toLowerCase() ?? "leximin";
  if (!drawAlgorithms.includes(algorithm as DrawAlgorithm)) {
    problems.push({ code: "option-not-known-value", option: "--algorithm", value: algorithm });
  }
  const paths = { people: needed("people"), features: needed("features") };
  const seats = number("seats", needed("seats"), /^\d{1,6}$/) ?? 0;
  const lottery = number("lottery", given("lottery"), /^\d{1,6}$/) ?? 0;
  const timeLimitSeconds = number("time-limit", given("time-limit"), /^\d+(\.\d+)?$/) ?? Number.POSITIVE_INFINITY;
  const optional = optionalOptions(given);
  if (problems.length > 0) return { problems };
  const seed = given("seed") ?? randomBytes(16).toString("hex");
  const files = { people: locate(paths.people), features: locate(paths.features) };
  const options = {
    ...files,
    seats,
    lottery,
    timeLimitSeconds,
    seed,
    algorithm: algorithm as DrawAlgorithm,
    ...optional,
  };
  return { options, problems };
}

function optionalOptions(given: (name: keyof typeof known) => string | undefined) {
  const id = given("id");
  const household = given("household")
    ?.split(",")
    .map((column) => column.trim())
    .filter((column) => column !== "");
  const lists = { in: given("in"), out: given("out") };
  const written = { json: given("json"), selected: given("selected"), remaining: given("remaining") };
  return {
    ...(id !== undefined && { id }),
    ...(household && household.length > 0 && { household }),
    ...(lists.in !== undefined && { in: locate(lists.in) }),
    ...(lists.out !== undefined && { out: locate(lists.out) }),
    ...(written.json !== undefined && { json: written.json }),
    ...(written.selected !== undefined && { selected: written.selected }),
    ...(written.remaining !== undefined && { remaining: written.remaining }),
  };
}

/** A path as given, or from the folder in which npm was called. */
function locate(path: string): string {
  const fromCaller = resolve(process.env.INIT_CWD ?? ".", path);
  return existsSync(path) || !existsSync(fromCaller) ? path : fromCaller;
}
