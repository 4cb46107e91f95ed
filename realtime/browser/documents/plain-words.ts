import { XmlElement, type XmlFragment, XmlText } from "yjs";

/** One line of a shared text, a block that holds text: what it is made of. */
export type PlainLine = readonly (XmlText | " ")[];

/** The lines of a shared text, whatever else is in it. */
export function plainLines(fragment: XmlFragment): readonly PlainLine[] {
  const lines: PlainLine[] = [];
  const left: unknown[] = [...fragment.toArray()].reverse();
  let line: (XmlText | " ")[] = [];
  const end = (): void => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next instanceof XmlText) line.push(next);
    else if (next instanceof XmlElement) {
      if (next.nodeName === "hardBreak") line.push(" ");
      else end();
      left.push(...[...next.toArray()].reverse());
    }
  }
  end();
  return lines;
}

/** The words of a shared text: a line for each block that holds any. */
export function plainWords(fragment: XmlFragment): readonly string[] {
  return plainLines(fragment)
    .map(wordsOfLine)
    .filter((words) => words.trim() !== "");
}

export const wordsOfLine = (line: PlainLine): string =>
  line.map((piece) => (piece === " " ? " " : wordsOf(piece))).join("");

function wordsOf(text: XmlText): string {
  const pieces: readonly { readonly insert?: unknown }[] = text.toDelta();
  return pieces.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
}
