import type { Span, WrittenLine } from "./written-lines";

/** A line as a tab keeps it; where nothing tells which of its words are saved, all of them count as not saved. */
export function readLine(kept: unknown): WrittenLine {
  if (typeof kept !== "object" || kept === null || !("words" in kept)) return wholeLine(String(kept));
  const words = String(kept.words);
  const spans = "unsaved" in kept && Array.isArray(kept.unsaved) ? kept.unsaved.filter(isSpan) : [];
  return spans.length > 0 ? { words, unsaved: spans } : wholeLine(words);
}

/** A line of which nothing is saved. */
export const wholeLine = (words: string): WrittenLine => ({ words, unsaved: [[0, words.length]] });

const isSpan = (kept: unknown): kept is Span =>
  Array.isArray(kept) && kept.length === 2 && kept.every((at) => Number.isSafeInteger(at) && at >= 0);

/** A piece of a line that is saved, or is not. */
export interface LinePiece {
  readonly words: string;
  readonly isUnsaved: boolean;
}

/** A line cut where saved words begin and end; together the pieces are the line. */
export function piecesOf({ words, unsaved }: WrittenLine): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  let at = 0;
  for (const [from, to] of unsaved) {
    pieces.push({ words: words.slice(at, from), isUnsaved: false }, { words: words.slice(from, to), isUnsaved: true });
    at = to;
  }
  pieces.push({ words: words.slice(at), isUnsaved: false });
  return pieces.filter((piece) => piece.words !== "");
}

/** Whether saved words stand among those that are not: only there is anything to be told apart. */
export const holdsSavedWords = (lines: readonly WrittenLine[]): boolean =>
  lines.some((line) => piecesOf(line).some(({ isUnsaved, words }) => !isUnsaved && words.trim() !== ""));
