import { describe, expect, test } from "vitest";
import { type Doc, encodeStateAsUpdate, XmlElement, XmlText } from "yjs";
import { broughtBy, tellsWhatIsStored } from "../../testing/stored-text-law";
import { integrateUpdate } from "./integrate-update";
import { StoredText } from "./stored-text";
import { emptyDocument, scanned } from "./update-gate";

const FIELDS = ["notes"];
const unlimited = { steps: Number.POSITIVE_INFINITY };

/** A text of some paragraphs, and somebody who writes in it: each update is accepted at once, and stored when the test says so. */
function aText(paragraphs: number, leastSinceBytes?: number) {
  const draft = emptyDocument(FIELDS);
  const write = (text: string, times: number): Uint8Array => {
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array): void => void updates.push(update);
    draft.on("update", hear);
    draft.transact(() => {
      for (let at = 0; at < times; at += 1) writeParagraph(draft, text);
    });
    draft.off("update", hear);
    return updates[0] as Uint8Array;
  };
  write("avant", paragraphs);
  const stored = emptyDocument(FIELDS);
  integrateUpdate(stored, scanned(encodeStateAsUpdate(draft)), unlimited);
  const text = new StoredText({ fields: FIELDS, sequence: 0, draft: () => draft }, leastSinceBytes);
  return {
    text,
    stored,
    accept: (words: string): Uint8Array => {
      const update = write(words, 1);
      text.takes(update);
      return update;
    },
    store: (update: Uint8Array): void => {
      text.stored(scanned(update), text.sequence + 1);
      integrateUpdate(stored, scanned(update), unlimited);
    },
  };
}

function writeParagraph(doc: Doc, text: string): void {
  const paragraph = new XmlElement("paragraph");
  paragraph.insert(0, [new XmlText(text)]);
  doc.getXmlFragment("notes").push([paragraph]);
}

describe("a text as it is stored, beside the draft of what is under way", () => {
  test("is told as a document of its own would tell it, whatever happens meanwhile", () => tellsWhatIsStored(150));

  test("what is read from the bytes for a while does not take back what the draft has said meanwhile", async () => {
    const { text, stored, accept, store } = aText(500, 1);
    const [first, large] = [accept("un"), accept("deux ".repeat(12_000))];
    store(first);
    const reading = text.preparing;
    expect(reading).not.toBeNull();
    // Nothing is under way: the draft says it all.
    store(large);
    expect(text.preparing).toBeNull();
    const [third] = [accept("trois"), accept("quatre")];
    store(third);
    await reading;
    const { state, sequence } = await text.read();
    expect(sequence).toBe(3);
    expect(broughtBy(state)).toEqual(broughtBy(encodeStateAsUpdate(stored)));
  });

  test("is written anew by itself though something is always under way: what is kept beside it stays within bounds", async () => {
    const { text, stored, accept, store } = aText(1, 1_000);
    let last = accept("sans fin");
    let writtenAnew = 0;
    for (let at = 0; at < 200; at += 1) {
      const next = accept("encore");
      store(last);
      last = next;
      // What nobody has asked for.
      await new Promise((soon) => setImmediate(soon));
      if (isRead(text)) writtenAnew += 1;
    }
    expect(writtenAnew).toBeGreaterThan(1);
    expect(broughtBy((await text.read()).state)).toEqual(broughtBy(encodeStateAsUpdate(stored)));
  });
});

/** Whether it can be told without reading anything; asks for nothing. */
function isRead(text: StoredText): boolean {
  try {
    text.state();
    return true;
  } catch {
    return false;
  }
}
