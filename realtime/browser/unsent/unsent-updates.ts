import { fromBase64, toBase64 } from "lib0/buffer";
import { type Doc, getState, mergeUpdates } from "yjs";
import { readRecord } from "../read-record";
import type { Drawer } from "./drawer";
import { readLine } from "./stranded-lines";
import { strand } from "./stranded-texts";
import { type WrittenLine, writtenLines } from "./written-lines";

interface MadeUpdate {
  readonly edit: number;
  readonly update: Uint8Array;
  /** Of the client, once it was made. */
  readonly clock: number;
}

export interface UnsentOf {
  readonly doc: Doc;
  readonly drawer: Drawer | null;
  /** What the text is called on its page. */
  readonly title: string;
}

/**
 * What one Yjs client made and the server has not confirmed, kept in the tab so that it outlives a reload. It is under the number of the
 * client that made it: the server takes new text under that number only, from the same person. Its words are kept with it, for its author
 * to read where the text itself takes it no more.
 */
export class UnsentUpdates {
  readonly #of: UnsentOf;
  readonly #client: string;
  #made: MadeUpdate[] = [];
  #savedClock = 0;

  constructor(of: UnsentOf) {
    this.#of = of;
    this.#client = String(of.doc.clientID);
  }

  made(edit: number, update: Uint8Array): void {
    const { doc, drawer } = this.#of;
    if (drawer) this.#made.push({ edit, update, clock: getState(doc.store, doc.clientID) });
  }

  /** Every edit up to this one is in the database. */
  confirmed(edit: number): void {
    const saved = this.#made.filter((one) => one.edit <= edit);
    this.#savedClock = saved.at(-1)?.clock ?? this.#savedClock;
    this.#made = this.#made.filter((one) => one.edit > edit);
    this.keep();
  }

  keep(): void {
    const { drawer, title } = this.#of;
    if (this.#made.length === 0) drawer?.remove(this.#client);
    else {
      const update = toBase64(mergeUpdates(this.#made.map((one) => one.update)));
      drawer?.put(this.#client, JSON.stringify({ update, title, lines: this.#lines() }));
    }
  }

  /** Nothing of it will ever be sent: its words are its author's again. Answers whether there were any. */
  strand(reason: string): boolean {
    const { drawer, title } = this.#of;
    const lines = this.#made.length > 0 ? this.#lines() : [];
    this.forget();
    return drawer !== null && strand(drawer, { title, reason, lines });
  }

  forget(): void {
    this.#made = [];
    this.#of.drawer?.remove(this.#client);
  }

  #lines(): readonly WrittenLine[] {
    return writtenLines(this.#of.doc, this.#savedClock);
  }
}

export interface KeptUpdate {
  readonly client: number;
  readonly update: Uint8Array;
  readonly title: string;
  readonly lines: readonly WrittenLine[];
}

/** What earlier pages of this tab left. */
export function keptUpdates(drawer: Drawer): readonly KeptUpdate[] {
  return drawer.names().flatMap((name) => {
    const client = Number(name);
    const kept = readKept(drawer.read(name));
    return kept && Number.isSafeInteger(client) ? [{ ...kept, client }] : [];
  });
}

function readKept(text: string | null): Omit<KeptUpdate, "client"> | null {
  try {
    const { update, title, lines } = readRecord(text);
    if (typeof update !== "string" || typeof title !== "string" || !Array.isArray(lines)) return null;
    return { update: fromBase64(update), title, lines: lines.map(readLine) };
  } catch {
    return null;
  }
}
