import { applyUpdate, Doc, getItem, Item, XmlElement, XmlFragment, XmlText } from "yjs";
import type { LostPart } from "./lost-words";

type Type = XmlFragment | XmlText;
type Block = XmlElement | XmlText;

/**
 * The update that puts parts of a text back where they stood, as a client of its own would write it: into their lines where those are still
 * there, else in blocks of the same kinds, behind what is left of the old ones. `state` is a document that forgets nothing.
 */
export function putBackUpdate(state: Uint8Array, fields: readonly string[], parts: readonly LostPart[]): Uint8Array {
  const doc = new Doc({ gc: false });
  for (const field of fields) doc.getXmlFragment(field);
  applyUpdate(doc, state);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const anew = new Map<Type, Block>();
  doc.transact(() => {
    for (const part of parts) putBack(doc, part, anew);
  });
  doc.destroy();
  const [update] = updates;
  if (!update) throw new Error("there is nothing to put back");
  return update;
}

function putBack(doc: Doc, { client, clock, runs }: LostPart, anew: Map<Type, Block>): void {
  const item = getItem(doc.store, { client, clock });
  const line = item instanceof Item ? item.parent : null;
  if (!(item instanceof Item) || !(line instanceof XmlText)) throw new Error("what was deleted is not known");
  const around = blocksAround(line);
  const gone = around.findIndex((block) => block._item?.deleted);
  if (gone < 0) writeRuns(line, lettersBefore(line, item), runs);
  else {
    const text = rebuilt(around, gone, anew);
    writeRuns(text, text.length, runs);
  }
}

/** From the field down to the line itself. */
function blocksAround(line: XmlText): Type[] {
  const around: Type[] = [];
  for (let type: unknown = line; type instanceof XmlText || type instanceof XmlFragment; ) {
    around.unshift(type);
    type = type._item?.parent;
  }
  return around;
}

/** The line in blocks like those that are gone, which begin at this place in the way down to it. */
function rebuilt(around: readonly Type[], gone: number, anew: Map<Type, Block>): XmlText {
  let inside: Type | undefined = around[gone - 1];
  let made: Block | undefined;
  for (const [at, block] of around.entries()) {
    if (at < gone) continue;
    made = anew.get(block) ?? alike(block);
    if (!anew.has(block)) {
      anew.set(block, made);
      if (!(inside instanceof XmlFragment)) throw new Error("a block stands in no block");
      if (at === gone) inside.insertAfter(block._item, [made]);
      else inside.push([made]);
    }
    inside = made;
  }
  if (!(made instanceof XmlText)) throw new Error("a line is no text");
  return made;
}

function alike(block: Type): Block {
  if (block instanceof XmlElement) return new XmlElement(block.nodeName);
  return new XmlText();
}

function lettersBefore(line: XmlText, item: Item): number {
  let letters = 0;
  for (let one = line._start; one && one !== item; one = one.right) {
    if (!one.deleted && one.countable) letters += one.length;
  }
  return letters;
}

function writeRuns(text: XmlText, at: number, runs: LostPart["runs"]): void {
  let place = at;
  for (const run of runs) {
    text.insert(place, run.text, run.marks);
    place += run.text.length;
  }
}
