import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from "yjs";

/** Somebody else's text of one line, and a copy of it; `hear` brings over what they wrote since. For tests. */
export function anothersText(words: string) {
  const [other, doc] = [new Doc(), new Doc()];
  const line = new XmlElement("paragraph");
  other.getXmlFragment("notes").insert(0, [line]);
  const text = new XmlText(words);
  if (words !== "") line.insert(0, [text]);
  const hear = (): void => applyUpdate(doc, encodeStateAsUpdate(other));
  hear();
  return { doc, line, text, hear };
}
