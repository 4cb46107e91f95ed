import { XmlElement, type XmlFragment, XmlText } from "yjs";

/** The words of a shared text, whatever else is in it: a line for each block that holds text. */
export function plainWords(fragment: XmlFragment): readonly string[] {
  const lines: string[] = [];
  const left: unknown[] = [...fragment.toArray()].reverse();
  let line = "";
  const end = (): void => {
    if (line.trim() !== "") lines.push(line);
    line = "";
  };
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next instanceof XmlText) line += wordsOf(next);
    else if (next instanceof XmlElement) {
      if (next.nodeName === "hardBreak") line += " ";
      else end();
      left.push(...[...(next.toArray() as unknown[])].reverse());
    }
  }
  end();
  return lines;
}

function wordsOf(text: XmlText): string {
  const pieces = text.toDelta() as { readonly insert?: unknown }[];
  return pieces.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
}
