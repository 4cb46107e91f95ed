import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from "yjs";
import { scanUpdate } from "./scan-update";
import { UpdateGate } from "./update-gate";

const seed = 20260314;

/** One thing an editor does in a document. */
type Edit = readonly [kind: number, at: number, text: string];

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

const edits = fc.array(fc.tuple(fc.nat(6), fc.nat(1000), fc.string({ unit: "grapheme", maxLength: 12 })), {
  minLength: 1,
  maxLength: 25,
});

/** Every update that two people make in one document, with the whole of it at the end. */
function updatesOf(all: readonly Edit[]): Uint8Array[] {
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

describe("reading an update without building it", () => {
  test("every update that Yjs makes is one, with the clocks it covers", () => {
    fc.assert(
      fc.property(edits, (all) => {
        for (const update of updatesOf(all)) {
          const outline = scanUpdate(update);
          expect(outline).not.toBeNull();
          const doc = new Doc();
          applyUpdate(doc, update);
          if (doc.store.pendingStructs) continue;
          for (const [client, { to }] of outline?.clients ?? []) {
            expect(to).toBe((doc.store.clients.get(client) ?? []).reduce((sum, { length }) => sum + length, 0));
          }
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  test("bytes that were tampered with never throw, and what is let through decodes", () => {
    const change = fc.tuple(fc.nat(10_000), fc.nat(255));
    fc.assert(
      fc.property(edits, fc.array(change, { minLength: 1, maxLength: 6 }), (all, changes) => {
        const update = new Uint8Array(updatesOf(all).at(-1) ?? []);
        for (const [at, value] of changes) update[at % update.length] = value;
        const gate = new UpdateGate(() => encodeStateAsUpdate(new Doc()));
        const verdict = gate.check(update, () => true);
        if (verdict.kind !== "changes") return;
        const doc = new Doc();
        applyUpdate(doc, verdict.update);
        expect(doc.store.pendingStructs).toBeNull();
      }),
      { seed, numRuns: 200 },
    );
  });

  test.each([
    ["32 million structs in ten bytes", [1, 128, 128, 128, 16, 1, 0, 0, 1]],
    ["a list of 32 million values", [1, 1, 1, 0, 8, 1, 1, 97, 1, 117, 128, 128, 128, 16]],
    ["a number of ten bytes", [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
    ["nothing", []],
  ])("%s is no update", (_, bytes) => {
    expect(scanUpdate(new Uint8Array(bytes))).toBeNull();
  });
});
