import { ContentType, type Doc, findIndexSS, Item, XmlElement, XmlText } from "yjs";
import type { ClockRanges } from "./clock-ranges";

/** A line, a block or a field of a document, as the list of its items. */
type List = Pick<XmlText, "_start">;

export function* itemsOf(type: List): Iterable<Item> {
  for (let item = type._start; item; item = item.right) yield item;
}

/** Every line of a document that stands, in order. */
export function* standingLines(doc: Doc, fields: readonly string[]): Iterable<XmlText> {
  for (const field of fields) yield* linesIn(doc.getXmlFragment(field), (item) => !item.deleted);
}

/** The lines of a document that hold something of these ranges, those that are gone too, in order. */
export function linesOf(doc: Doc, fields: readonly string[], ranges: readonly ClockRanges[]): XmlText[] {
  const touched = new Set<XmlText>();
  for (const [client, from, to] of ranges.flatMap((one) => [...one])) {
    const structs = doc.store.clients.get(client) ?? [];
    for (let at = findIndexSS(structs, from); at < structs.length; at += 1) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= to) break;
      if (struct instanceof Item && struct.parent instanceof XmlText) touched.add(struct.parent);
    }
  }
  if (touched.size < 2) return [...touched];
  return fields
    .flatMap((field) => [...linesIn(doc.getXmlFragment(field), () => true)])
    .filter((line) => touched.has(line));
}

function* linesIn(type: List, isWanted: (item: Item) => boolean): Iterable<XmlText> {
  for (const item of itemsOf(type)) {
    if (!(item.content instanceof ContentType) || !isWanted(item)) continue;
    const { type: inside } = item.content;
    if (inside instanceof XmlText) yield inside;
    else if (inside instanceof XmlElement) yield* linesIn(inside, isWanted);
  }
}
