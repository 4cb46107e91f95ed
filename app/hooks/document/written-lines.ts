import { ContentString, type Doc, XmlText } from "yjs";
import { plainLines, wordsOfLine } from "../../components/editor/plain-words";

/**
 * The lines in which words stand that this page's client wrote at or after a clock, as they read now, whoever wrote the rest of them: a word
 * put into a sentence says nothing without it. What was deleted again is in none.
 */
export function writtenLines(doc: Doc, clock: number): readonly string[] {
  return [...doc.share.keys()]
    .flatMap((field) => plainLines(doc.getXmlFragment(field)))
    .filter((line) => line.some((piece) => piece instanceof XmlText && isWrittenIn(piece, doc.clientID, clock)))
    .map(wordsOfLine);
}

function isWrittenIn(text: XmlText, client: number, clock: number): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    const isSince = item.id.client === client && item.id.clock + item.length > clock;
    if (isSince && !item.deleted && item.content instanceof ContentString) return true;
  }
  return false;
}
