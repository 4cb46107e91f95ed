import type { RefusalCode } from "../refusal-code";
import type { Refusal, RefusalData } from "./refusal";

/** Whole numbers are kept in 32 bits (PostgreSQL's `integer`). */
const LEAST_NUMBER = -(2 ** 31);
const GREATEST_NUMBER = 2 ** 31 - 1;
/** The last instant a Date can hold, in milliseconds (ECMA-262, 21.4.1.1). */
const LAST_INSTANT_MS = 8.64e15;
/** No message of ours is nested deeper than a list in an object in a list. */
const DEEPEST = 8;

/** Whether a database can keep a text as it is: PostgreSQL refuses NUL, and half of a surrogate pair is no character of UTF-8. */
export function isStorableText(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}

/**
 * What no database could keep of something that was just read from outside: the first text with a NUL or half a character
 * (`text-unreadable`), or number beyond 32 bits (`number-too-large`, `number-too-small`). Milliseconds are kept as instants: under a name
 * that ends in "Ms" a number may be larger. `field` says where it was found. Undefined when all can be kept. What is no number (NaN) is
 * left to the rule that asks for one.
 */
export function findUnstorable(value: unknown): Refusal | undefined {
  return look(value, [], 0);
}

function look(value: unknown, path: readonly string[], depth: number): Refusal | undefined {
  if (typeof value === "string") return isStorableText(value) ? undefined : refusalAt(path, "text-unreadable");
  if (typeof value === "number") return numberRefusal(value, path);
  if (typeof value !== "object" || value === null || value instanceof Date) return undefined;
  if (depth >= DEEPEST) return refusalAt(path, "form-invalid");
  for (const [name, held] of Object.entries(value)) {
    if (!isStorableText(name)) return refusalAt(path, "form-invalid");
    const found = look(held, Array.isArray(value) ? path : [...path, name], depth + 1);
    if (found) return found;
  }
  return undefined;
}

function numberRefusal(value: number, path: readonly string[]): Refusal | undefined {
  const isTime = path.at(-1)?.endsWith("Ms") ?? false;
  const [least, greatest] = isTime ? [-LAST_INSTANT_MS, LAST_INSTANT_MS] : [LEAST_NUMBER, GREATEST_NUMBER];
  if (value > greatest) return refusalAt(path, "number-too-large", { max: greatest });
  return value < least ? refusalAt(path, "number-too-small", { min: least }) : undefined;
}

function refusalAt(path: readonly string[], code: RefusalCode, data: RefusalData = {}): Refusal {
  return { code, data, ...(path.length > 0 && { field: path.join(".") }) };
}
