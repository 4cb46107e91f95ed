import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { isPg } from "./columns";

/**
 * Text without accents and in small letters, to search people's names and put them in order: "Évora" stands between "Eva" and
 * "Ewan" and is found by "evora", the same on both engines. Other alphabets keep their letters and come after Latin ones.
 */
export const folded = (text: AnyColumn | SQL): SQL<string> =>
  isPg
    ? sql<string>`lower(regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g')) collate "C"`
    : sql<string>`folded(${text})`;

/** The same in JavaScript, for what is compared with `folded` columns. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/** Text in the order of its code points, whatever the database's language: for codes, keys and ids. */
export const byCodePoint = (text: AnyColumn | SQL): SQL<string> =>
  isPg ? sql<string>`${text} collate "C"` : sql<string>`${text}`;

/** Left to itself, PostgreSQL puts rows without a value last and SQLite first: say it wherever a column may be null. */
export const ascNullsLast = (value: AnyColumn | SQL): SQL => sql`${value} asc nulls last`;
export const ascNullsFirst = (value: AnyColumn | SQL): SQL => sql`${value} asc nulls first`;
export const descNullsLast = (value: AnyColumn | SQL): SQL => sql`${value} desc nulls last`;

/** Rows whose text contains the words as typed, accents and capitals apart; `%` and `_` stand for themselves. */
export const containsFolded = (text: AnyColumn | SQL, words: string): SQL<boolean> =>
  sql<boolean>`${folded(text)} like ${`%${fold(words).replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`;
