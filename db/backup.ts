import type { StoreName } from "./store";

/** What a copy of the stores holds, for people to recognise it by; a table that this version had not yet is counted as empty. */
export interface Contents {
  readonly assemblies: number;
  readonly people: number;
  /** Accepted changes of shared texts. */
  readonly changesOfTexts: number;
}

/** The last migration applied to each store, by the instant that names it; -1 for none. */
export type Migrations = Readonly<Record<StoreName, number>>;

/** What a copy is: which tables it has, and what is in them. */
export interface CopyFacts {
  readonly migrations: Migrations;
  readonly contents: Contents;
}

/** There is nothing to back up, or what was restored is not sound; `message` is one sentence for the person at the terminal. */
export class CopyFault extends Error {}
