import { ContentString, type Doc, getItem, Item } from "yjs";
import { itemsOf, standingLines } from "./lines-of-text";
import type { LostPart } from "./lost-words";
import type { StepBudget } from "./step-budget";

/** Letters of the document. */
export interface Place {
  readonly client: number;
  readonly clock: number;
}

interface Piece extends Place {
  readonly at: number;
  readonly length: number;
}

/** Fewer letters than this stand in many a text: they are back only where they stood, or as a line by themselves. */
const LEAST_FOUND = 12;
const NEARBY = 2 * LEAST_FOUND;

/** The text of a document as it stands, to look for what was taken out of it. Beyond the budget nothing is found. */
export class StandingWords {
  readonly #pieces: Piece[] = [];
  /** Where each begins. */
  readonly #lines = new Map<string, number>();
  readonly #text: string;

  constructor(
    private readonly doc: Doc,
    fields: readonly string[],
    private readonly budget: StepBudget,
  ) {
    let text = "";
    for (const line of standingLines(doc, fields)) {
      const begin = text.length;
      for (const { deleted, content, id } of itemsOf(line)) {
        if (deleted || !(content instanceof ContentString)) continue;
        this.#pieces.push({ ...id, at: text.length, length: content.str.length });
        text += content.str;
      }
      this.#lines.set(text.slice(begin).trim(), begin);
      text += "\n";
    }
    this.#text = text;
  }

  /** Where a letter of these parts stands, if all of them do. */
  find(parts: readonly LostPart[]): Place | null {
    let first: Place | null = null;
    for (const part of parts) {
      const place = this.#placeOf(part);
      if (place === null) return null;
      first ??= place;
    }
    return first;
  }

  #placeOf({ text, client, clock }: LostPart): Place | null {
    if (!this.budget.allows(text.length)) return null;
    const line = this.#lines.get(text);
    if (line !== undefined) return this.#placeAt(line);
    if (text.length < LEAST_FOUND) return this.#besides({ client, clock }, text);
    if (!this.budget.allows(this.#text.length)) return null;
    const at = this.#text.indexOf(text);
    return at < 0 ? null : this.#placeAt(at);
  }

  #placeAt(at: number): Place | null {
    let [low, high] = [0, this.#pieces.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    return piece ? { client: piece.client, clock: piece.clock + Math.max(at - piece.at, 0) } : null;
  }

  /** Whether words stand right before or right after the place of a letter that is gone. */
  #besides({ client, clock }: Place, text: string): Place | null {
    const gone = getItem(this.doc.store, { client, clock });
    if (!(gone instanceof Item)) return null;
    const before = this.#nearest(gone, "left");
    if (before.text.trimEnd().endsWith(text)) return before.place;
    const after = this.#nearest(gone, "right");
    return after.text.trimStart().startsWith(text) ? after.place : null;
  }

  /** The letters next to an item, as many as a short part and its spaces need, with the place of the nearest. */
  #nearest(from: Item, towards: "left" | "right"): { text: string; place: Place | null } {
    let text = "";
    let place: Place | null = null;
    for (let item = from[towards]; item && text.length < NEARBY && this.budget.allows(1); item = item[towards]) {
      if (item.deleted || !(item.content instanceof ContentString)) continue;
      const { str } = item.content;
      text = towards === "left" ? str.slice(-NEARBY) + text : text + str.slice(0, NEARBY);
      place ??= towards === "left" ? { client: item.id.client, clock: item.id.clock + str.length - 1 } : item.id;
    }
    return { text, place };
  }
}
