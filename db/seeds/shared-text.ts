import { Doc, encodeStateAsUpdate, XmlElement, type XmlFragment, XmlText } from "yjs";

/** What somebody typed into a shared text, as one update (Yjs, encoding v1): paragraphs by fragment. */
export function typedText(fragments: Readonly<Record<string, readonly string[]>>): Uint8Array {
  const doc = new Doc();
  for (const [name, paragraphs] of Object.entries(fragments)) {
    const fragment = doc.getXmlFragment(name);
    for (const text of paragraphs) appendParagraph(fragment, text);
  }
  const update = encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function appendParagraph(fragment: XmlFragment, text: string): void {
  const element = new XmlElement("paragraph");
  fragment.push([element]);
  element.push([new XmlText(text)]);
}
