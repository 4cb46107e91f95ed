import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, Doc } from "yjs";
import { edits, updatesOf } from "../../testing/made-up-edits";
import { scanUpdate } from "./scan-update";

const seed = 20260314;

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

  test.each([
    ["32 million structs in ten bytes", [1, 128, 128, 128, 16, 1, 0, 0, 1]],
    ["a list of 32 million values", [1, 1, 1, 0, 8, 1, 1, 97, 1, 117, 128, 128, 128, 16]],
    ["a number of ten bytes", [255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
    ["nothing", []],
    ["a client number that no Yjs draws", [1, 1, 128, 128, 128, 128, 16, 0, 0, 1, 0]],
    ["ranges that overlap", [0, 1, 7, 2, 0, 5, 4, 3]],
    ["ranges of one client twice", [0, 2, 7, 1, 0, 5, 7, 1, 9, 3]],
  ])("%s is no update", (_, bytes) => {
    expect(scanUpdate(new Uint8Array(bytes))).toBeNull();
  });
});
