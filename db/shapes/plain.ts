// Written by hand where a row holds many: a pool has thousands of rows, and a schema for each of their cells takes ten times as long.
// What they refuse, they refuse as a whole: the key of a record is somebody's word and stays out of the fault.
import { z } from "zod";

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** Unlike `Object.values(…).every`, this makes no list of a record's values. */
function everyValue(record: Readonly<Record<string, unknown>>, holds: (value: unknown) => boolean): boolean {
  for (const key in record) if (!holds(record[key])) return false;
  return true;
}

export const isTextRecord = (value: unknown): value is Record<string, string> =>
  isRecord(value) && everyValue(value, isText);

export const texts = z.custom<string[]>(isTexts);
export const numbers = z.custom<number[]>((value) => Array.isArray(value) && value.every(isNumber));
export const cells = z.custom<string[][]>((value) => Array.isArray(value) && value.every(isTexts));
export const textRecord = z.custom<Record<string, string>>(isTextRecord);

/** Where a calculation stands, under the words of the version that wrote it; a bound without end was written as `null`, and says nothing. */
export const progress = z
  .custom<Readonly<Record<string, unknown>>>(isRecord)
  .transform((held): Record<string, string | number> => {
    const told: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(held)) if (isText(value) || isNumber(value)) told[name] = value;
    return told;
  });

/** What a journal's entry says: each action has its own words. */
export const notes = z.custom<Readonly<Record<string, unknown>>>(isRecord);

/** Ids that we made ourselves. */
export const idOf = <Id extends string>() => z.custom<Id>(isText);
export const idsOf = <Id extends string>() => z.custom<Id[]>(isTexts);
