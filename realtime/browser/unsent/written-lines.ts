import { ContentString, type Doc } from "yjs";
import { type PlainLine, plainLines, wordsOfLine } from "../documents/plain-words";

/** From the first letter to the one after the last, in UTF-16 units of a line's words. */
export type Span = readonly [from: number, to: number];

/** A line in words, and where in it those stand that are not saved, from left to right. */
export interface WrittenLine {
  readonly words: string;
  readonly unsaved: readonly Span[];
}

/** What one client wrote at or after a clock. */
interface Since {
  readonly client: number;
  readonly clock: number;
}

/**
 * The lines in which words stand that this page's client wrote at or after a clock, as they read now, whoever wrote the rest of them: a word
 * put into a sentence says nothing without it. What was deleted again is in none.
 */
export function writtenLines(doc: Doc, clock: number): readonly WrittenLine[] {
  const since = { client: doc.clientID, clock };
  return [...doc.share.keys()]
    .flatMap((field) => plainLines(doc.getXmlFragment(field)))
    .map((line) => ({ words: wordsOfLine(line), unsaved: writtenSince(line, since) }))
    .filter(({ unsaved }) => unsaved.length > 0);
}

function writtenSince(line: PlainLine, { client, clock }: Since): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const piece of line) {
    if (piece === " ") {
      at += 1;
      continue;
    }
    for (let item = piece._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof ContentString)) continue;
      const { length } = item.content.str;
      const savedLength = item.id.client === client ? Math.max(0, clock - item.id.clock) : length;
      if (savedLength < length) addSpan(spans, [at + savedLength, at + length]);
      at += length;
    }
  }
  return spans;
}

/** Neighbours are one: Yjs cuts a word where somebody else's caret or a mark was. */
function addSpan(spans: Span[], [from, to]: Span): void {
  const last = spans.at(-1);
  if (last?.[1] === from) spans[spans.length - 1] = [last[0], to];
  else spans.push([from, to]);
}
