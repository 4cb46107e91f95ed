import { Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from "yjs";

/** A page that writes paragraphs; answers its updates one by one. */
export function pageWriter(client: number) {
  const doc = new Doc();
  doc.clientID = client;
  return (text: string, paragraphs: number): Uint8Array => {
    const before = encodeStateVector(doc);
    doc.transact(() => {
      const field = doc.getXmlFragment("action");
      for (let at = 0; at < paragraphs; at += 1) {
        const paragraph = new XmlElement("paragraph");
        paragraph.insert(0, [new XmlText(text)]);
        field.insert(field.length, [paragraph]);
      }
    });
    return encodeStateAsUpdate(doc, before);
  };
}
