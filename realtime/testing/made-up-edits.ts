import fc from "fast-check";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from "yjs";

/** One thing an editor does in a document. */
export type Edit = readonly [kind: number, at: number, text: string];

function edit(doc: Doc, [kind, at, text]: Edit): void {
  const fragment = doc.getXmlFragment("notes");
  const plain = doc.getText("plain");
  const place = plain.length > 0 ? at % plain.length : 0;
  const paragraph = new XmlElement("paragraph");
  const inside = new XmlText(`x${text}`);
  switch (kind) {
    case 0:
      plain.insert(place, `x${text}`);
      return;
    case 1:
      plain.delete(place, Math.min(3, plain.length - place));
      return;
    case 2:
      plain.format(place, Math.min(4, plain.length - place), { bold: true, link: { href: text, target: null } });
      return;
    case 3:
      paragraph.setAttribute("level", String(at));
      paragraph.insert(0, [inside]);
      fragment.insert(at % (fragment.length + 1), [paragraph]);
      return;
    case 4:
      if (fragment.length > 0) fragment.delete(at % fragment.length, 1);
      return;
    case 5:
      plain.insertEmbed(place, { image: text, sizes: [1, 2.5, at, null, true] });
      return;
    default:
      doc
        .getMap("fields")
        .set(text, { deep: [text, { at, big: 2 ** 40, no: undefined }], raw: new Uint8Array([at % 256]) });
  }
}

export const edits = fc.array(fc.tuple(fc.nat(6), fc.nat(1000), fc.string({ unit: "grapheme", maxLength: 12 })), {
  minLength: 1,
  maxLength: 25,
});

/** Every update that two people make in one document, with the whole of it at the end. */
export function updatesOf(all: readonly Edit[]): Uint8Array[] {
  const [one, two] = [new Doc(), new Doc()];
  one.clientID = 11;
  two.clientID = 22;
  const updates: Uint8Array[] = [];
  one.on("update", (update: Uint8Array) => updates.push(update));
  two.on("update", (update: Uint8Array) => updates.push(update));
  for (const [turn, each] of all.entries()) {
    edit(turn % 2 === 0 ? one : two, each);
    if (turn % 3 === 0) applyUpdate(two, encodeStateAsUpdate(one, encodeStateVector(two)));
    if (turn % 5 === 0) applyUpdate(one, encodeStateAsUpdate(two, encodeStateVector(one)));
  }
  return [...updates, encodeStateAsUpdate(one), encodeStateAsUpdate(two)];
}
