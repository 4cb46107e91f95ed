import { Doc, encodeStateAsUpdate, XmlElement, XmlText } from "yjs";

/** What somebody typed into a shared text, as one update (Yjs, encoding v1): paragraphs by fragment. */
export function typedText(fragments: Readonly<Record<string, readonly string[]>>): Uint8Array {
  const doc = new Doc();
  for (const [name, paragraphs] of Object.entries(fragments)) {
    doc.getXmlFragment(name).push(paragraphs.map(paragraph));
  }
  const update = encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function paragraph(text: string): XmlElement {
  const element = new XmlElement("paragraph");
  element.push([new XmlText(text)]);
  return element;
}
