import fc from "fast-check";
import { expect } from "vitest";
import {
  applyUpdate,
  ContentDeleted,
  ContentString,
  ContentType,
  Doc,
  decodeUpdate,
  encodeStateAsUpdate,
  encodeStateVector,
  Item,
  XmlElement,
  XmlText,
} from "yjs";
import { textShapes } from "~/app/domain/drafting/text-shape";
import { integrateUpdate } from "../server/documents/integrate-update";
import { StoredText } from "../server/documents/stored-text";
import { emptyDocument, scanned, UpdateGate } from "../server/documents/update-gate";
import { paragraph } from "./dear-updates";
import { wordsIn } from "./shared-text";
import { writeUpdate } from "./written-update";

const shape = textShapes.notes;
/** The whole is written anew after a few letters already. */
const JOINED_SOON_BYTES = 400;
const unlimited = { steps: Number.POSITIVE_INFINITY };

/** What happens: to which page, where, how much of it. */
type Event = readonly [what: number, who: number, at: number, length: number];

const events = fc.array(fc.tuple(fc.nat(11), fc.nat(2), fc.nat(1_000), fc.integer({ min: 1, max: 400 })), {
  minLength: 10,
  maxLength: 120,
});

/** The letters and blocks that an update brings, each by its client and clock, and what it deletes; what is gone is brought as nothing. */
export function broughtBy(update: Uint8Array): { brought: Map<string, string>; deleted: string[] } {
  const { structs, ds } = decodeUpdate(update);
  const brought = new Map<string, string>();
  for (const struct of structs) {
    for (let at = 0; at < struct.length; at += 1) {
      brought.set(`${struct.id.client}:${struct.id.clock + at}`, struct instanceof Item ? saidAt(struct, at) : "");
    }
  }
  const deleted: string[] = [];
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (let at = 0; at < len; at += 1) deleted.push(`${client}:${clock + at}`);
    }
  }
  return { brought, deleted: deleted.sort() };
}

function saidAt({ content }: Item, at: number): string {
  if (content instanceof ContentDeleted) return "";
  // A block that is in no document yet holds nothing that can be read.
  if (content instanceof ContentType) return content.type instanceof XmlElement ? content.type.nodeName : "text";
  return content instanceof ContentString ? (content.str[at] ?? "") : JSON.stringify(content.getContent());
}

/** Three people's pages before one text whose store takes its time, beside the same text in a document of its own. */
class TextUnderTest {
  /** The text as it is stored, letter by letter: what `text` must say. */
  readonly stored = emptyDocument(shape.fields);
  readonly gate: UpdateGate;
  readonly text: StoredText;
  readonly #accepted = emptyDocument(shape.fields);
  readonly #pages = [11, 22, 33].map(newPage);
  readonly #underWay: Uint8Array[] = [];
  readonly #later: Promise<void>[] = [];
  #isBroken = false;

  constructor() {
    const draft = emptyDocument(shape.fields);
    this.gate = new UpdateGate({ shape, draft, accepted: () => this.text.accepted() });
    const options = { fields: shape.fields, sequence: 0, draft: () => this.gate.draft };
    this.text = new StoredText(options, JOINED_SOON_BYTES);
  }

  async do([what, who, at, length]: Event): Promise<void> {
    const doc = this.#pages[who % this.#pages.length] as Doc;
    if (what <= 5) await this.#write(doc, [what, at, length]);
    else if (what <= 7) this.#store(length % 4);
    else if (what === 8) this.#later.push(this.#storeAfter(at % 16));
    else if (what === 9) await this.#spoil();
    else if (what === 10) this.#later.push(this.#ask(doc));
    else await new Promise((soon) => setImmediate(soon));
  }

  /** From now on the store fails. */
  break(): void {
    this.#isBroken = true;
  }

  async settle(): Promise<void> {
    await Promise.all(this.#later);
    await this.#ask(new Doc());
    const { state, sequence } = await this.text.read();
    expect(broughtBy(state)).toEqual(broughtBy(encodeStateAsUpdate(this.stored)));
    expect(sequence).toBe(this.text.sequence);
    const accepted = encodeStateAsUpdate(await this.text.accepted());
    expect(broughtBy(accepted)).toEqual(broughtBy(encodeStateAsUpdate(this.#accepted)));
  }

  async #write(doc: Doc, [what, at, length]: readonly [number, number, number]): Promise<void> {
    const before = encodeStateVector(doc);
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array): void => void updates.push(update);
    doc.on("update", hear);
    edit(doc, [what, at, length]);
    doc.off("update", hear);
    while (this.gate.remaking) await this.gate.remaking;
    // As a page that is back now and then: all that is not known to be stored, in one.
    const sent = at % 5 === 0 ? [encodeStateAsUpdate(doc, before)] : updates;
    for (const update of sent) this.#accept(update);
  }

  #accept(update: Uint8Array): void {
    const verdict = this.gate.check(update, { mayWriteAs: () => true, stepsLeft: 1_000_000 });
    expect(verdict.kind).not.toBe("refused");
    if (verdict.kind !== "changes") return;
    integrateUpdate(this.#accepted, scanned(verdict.update), unlimited);
    this.text.takes(verdict.update);
    this.#underWay.push(verdict.update);
  }

  #store(most: number): void {
    for (const update of this.#isBroken ? [] : this.#underWay.splice(0, most)) {
      const read = scanned(update);
      this.text.stored(read, this.text.sequence + 1);
      integrateUpdate(this.stored, read, unlimited);
      expect(this.text.vector).toEqual(encodeStateVector(this.stored));
      for (const page of this.#pages) applyUpdate(page, update);
    }
  }

  /** In the middle of whatever is being read. */
  async #storeAfter(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await null;
    this.#store(1);
  }

  async #spoil(): Promise<void> {
    while (this.gate.remaking) await this.gate.remaking;
    const script = { parent: "notes", content: { kind: "type", type: "element", name: "script" } } as const;
    const update = writeUpdate({ client: 99, items: [...paragraph(99), script] });
    const verdict = this.gate.check(update, { mayWriteAs: () => true, stepsLeft: 1_000_000 });
    expect(verdict).toEqual({ kind: "refused", reason: "malformed" });
  }

  /** What a page is told that has this much: neither more nor less than is stored at that moment, nor a word that is deleted. */
  async #ask(page: Doc): Promise<void> {
    const known = encodeStateAsUpdate(page);
    const vector = encodeStateVector(page);
    while (this.text.preparing) await this.text.preparing;
    const told = this.text.state(vector);
    const expected = encodeStateAsUpdate(this.stored, vector);
    expect(broughtBy(told)).toEqual(broughtBy(expected));
    expect(textOf(known, told)).toEqual(textOf(known, expected));
  }
}

function newPage(client: number): Doc {
  const doc = emptyDocument(shape.fields);
  doc.clientID = client;
  return doc;
}

function edit(doc: Doc, [what, at, length]: readonly [number, number, number]): void {
  const words = wordsIn(doc);
  const all = doc.getXmlFragment("notes");
  const place = at % (words.length + 1);
  if (what <= 2) words.insert(place, "éa€b ".repeat(length).slice(0, what === 2 ? length : 1));
  else if (what === 3 && all.length > 0) all.delete(at % all.length, 1);
  else if (what === 4 && length % 3 === 0) addParagraph(doc, at % (all.length + 1));
  else if (place < words.length) words.delete(place, 1);
}

function addParagraph(doc: Doc, place: number): void {
  const one = new XmlElement("paragraph");
  one.insert(0, [new XmlText("x")]);
  doc.getXmlFragment("notes").insert(place, [one]);
}

function textOf(known: Uint8Array, told: Uint8Array): string {
  const doc = emptyDocument(shape.fields);
  applyUpdate(doc, known);
  applyUpdate(doc, told);
  return doc.getXmlFragment("notes").toString();
}

/** Whatever people write, whenever it is stored, spoilt or asked for: the text told is the one that a document of its own would tell. */
export function tellsWhatIsStored(numRuns: number): Promise<void> {
  const property = fc.asyncProperty(events, fc.nat(120), async (all, breaksAt) => {
    const under = new TextUnderTest();
    for (const [at, event] of all.entries()) {
      if (at === breaksAt) under.break();
      await under.do(event);
    }
    await under.settle();
  });
  return fc.assert(property, { numRuns });
}
