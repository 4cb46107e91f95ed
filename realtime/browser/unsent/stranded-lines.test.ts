import { expect, test } from "vitest";
import { Doc, XmlElement, XmlText } from "yjs";
import { holdsSavedWords, piecesOf, readLine, wholeLine } from "./stranded-lines";
import { writtenLines } from "./written-lines";

/** A paragraph with words that are saved, and the clock after them. */
function saved(words: string) {
  const doc = new Doc();
  const text = new XmlText();
  const paragraph = new XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment("notes").insert(0, [paragraph]);
  text.insert(0, words);
  return { doc, text, clock: doc.store.clients.get(doc.clientID)?.reduce((sum, { length }) => sum + length, 0) ?? 0 };
}

const written = ({ doc, clock }: { readonly doc: Doc; readonly clock: number }) =>
  writtenLines(doc, clock).map((line) =>
    piecesOf(line).map(({ words, isUnsaved }) => (isUnsaved ? `[${words}]` : words)),
  );

test("of a sentence that was saved, only the words put into it since are told as missing", () => {
  const page = saved("Des bancs en ville.");
  page.text.insert(10, "à l'ombre ");
  page.text.insert(10, "bleus ");
  expect(written(page)).toEqual([["Des bancs ", "[bleus à l'ombre ]", "en ville."]]);
});

test("what was deleted again before it could be saved is missing nowhere, and what was saved alone is not shown", () => {
  const page = saved("Des bancs.");
  page.text.insert(10, " Et des arbres.");
  page.text.delete(10, 3);
  expect(written(page)).toEqual([["Des bancs.", "[ des arbres.]"]]);
  page.text.delete(10, 12);
  expect(written(page)).toEqual([]);
});

test("words that run on in one piece from saved to unsaved are cut where the saved ones end", () => {
  const page = saved("Des bancs");
  page.text.insert(9, " à l'ombre");
  expect(written(page)).toEqual([["Des bancs", "[ à l'ombre]"]]);
});

test("what a tab keeps is read as it was written; a line that does not say what is saved counts as missing whole", () => {
  const line = { words: "Des bancs à l'ombre", unsaved: [[9, 19]] as const };
  expect(readLine(JSON.parse(JSON.stringify(line)))).toEqual(line);
  for (const kept of ["Des bancs", { words: "Des bancs" }, { words: "Des bancs", unsaved: [["a", 2], [1]] }]) {
    expect(readLine(kept)).toEqual(wholeLine("Des bancs"));
  }
});

test("words are told apart only where some of them are saved", () => {
  expect(holdsSavedWords([wholeLine("Des bancs.")])).toBe(false);
  expect(holdsSavedWords([wholeLine("Des bancs."), { words: "Des arbres.", unsaved: [[4, 10]] }])).toBe(true);
});
