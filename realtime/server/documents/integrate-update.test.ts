import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, type Item } from "yjs";
import { edits, updatesOf } from "../../testing/made-up-edits";
import { type WrittenItem, writeUpdate } from "../../testing/written-update";
import { integrateUpdate, UpdateRefused } from "./integrate-update";
import { scanUpdate } from "./scan-update";

const seed = 20260731;

function integrate(doc: Doc, update: Uint8Array, steps = Number.POSITIVE_INFINITY): number {
  const outline = scanUpdate(update);
  if (!outline) throw new Error("no update");
  return integrateUpdate(doc, { update, outline }, { steps });
}

/** Every place of a list, deleted ones too: what decides where each item is. */
function order(doc: Doc): string[] {
  return ["plain", "notes"].flatMap((name) => {
    const places: string[] = [];
    for (let item: Item | null = doc.get(name)._start; item; item = item.right) {
      for (let at = 0; at < item.length; at++) places.push(`${name} ${item.id.client}:${item.id.clock + at}`);
    }
    return places;
  });
}

describe("integrating an update item by item", () => {
  test("puts everything where Yjs itself puts it", () => {
    fc.assert(
      fc.property(edits, (all) => {
        const [ours, theirs] = [new Doc(), new Doc()];
        for (const update of updatesOf(all)) {
          const probe = new Doc();
          applyUpdate(probe, encodeStateAsUpdate(theirs));
          applyUpdate(probe, update);
          // What builds on an update that was not sent yet is refused by us and kept for later by Yjs.
          if (probe.store.pendingStructs || probe.store.pendingDs) continue;
          applyUpdate(theirs, update);
          integrate(ours, update);
          expect(encodeStateVector(ours)).toEqual(encodeStateVector(theirs));
        }
        expect(order(ours)).toEqual(order(theirs));
        expect(ours.getText("plain").toString()).toBe(theirs.getText("plain").toString());
      }),
      { seed, numRuns: 60 },
    );
  });

  test("counts what Yjs walks over, and stops at the limit", () => {
    const update = conflicting(200);
    const steps = integrate(new Doc(), update);
    expect(steps).toBeGreaterThan(200 * 100);
    expect(steps).toBeLessThan(200 * 400);
    expect(() => integrate(new Doc(), update, steps - 1)).toThrow(UpdateRefused);
    expect(integrate(new Doc(), update, steps)).toBe(steps);
  });

  test("typing forwards, backwards and from both ends takes no steps at all", () => {
    const doc = new Doc();
    const copy = new Doc();
    const steps: number[] = [];
    doc.on("update", (update: Uint8Array) => steps.push(integrate(copy, update)));
    const text = doc.getText("plain");
    for (let at = 0; at < 50; at++) {
      text.insert(text.length, "a");
      text.insert(0, "b");
      text.insert(text.length >> 1, "c");
      text.delete(1, 1);
    }
    expect(steps.every((each) => each === 0)).toBe(true);
    expect(copy.getText("plain").toString()).toBe(text.toString());
  });

  test("what builds on something that is not there, or on itself, is refused", () => {
    const one = { client: 7, clock: 5 };
    const text = { kind: "text", text: "a" } as const;
    for (const items of [
      [{ origin: one, content: text }],
      [{ origin: { client: 9, clock: 0 }, content: text }],
      [{ origin: { client: 7, clock: 0 }, content: text }],
    ] satisfies WrittenItem[][]) {
      expect(() => integrate(new Doc(), writeUpdate({ client: 7, items }))).toThrow();
    }
    expect(() =>
      integrate(new Doc(), writeUpdate({ client: 7, items: [], deletes: [{ client: 7, ranges: [[0, 1]] }] })),
    ).toThrow();
  });
});

/** A text of `n` items, and as many put before all of them, each as if its author had seen another neighbour. */
function conflicting(n: number): Uint8Array {
  const client = 7;
  const text = { kind: "text", text: "a" } as const;
  const chain = Array.from(
    { length: n },
    (_, at): WrittenItem =>
      at === 0 ? { parent: "plain", content: text } : { origin: { client, clock: at - 1 }, content: text },
  );
  const before = Array.from(
    { length: n },
    (_, at): WrittenItem => ({ rightOrigin: { client, clock: n - 1 - at }, content: text }),
  );
  return writeUpdate({ client, items: [...chain, ...before] });
}
