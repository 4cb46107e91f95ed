import fc from "fast-check";
import { expect } from "vitest";
import { type CrowdKind, deeds, EditorCrowd } from "./editor-crowd";

export interface CrowdRuns {
  readonly kind: CrowdKind;
  readonly seed: number;
  readonly numRuns: number;
  /** Most deeds in a run. */
  readonly most: number;
}

/** Several real editors write at once through one gate: it refuses nothing, and all of them end with one text. */
export function crowdAgrees({ kind, seed, numRuns, most }: CrowdRuns): Promise<void> {
  return fc.assert(
    fc.asyncProperty(deeds(most), async (all) => {
      const crowd = new EditorCrowd(kind);
      try {
        for (const deed of all) await crowd.do(deed);
        await crowd.settle();
        expect(crowd.refused).toEqual([]);
        const [first, ...others] = crowd.writers.map(({ editor }) => editor.getJSON());
        for (const other of others) expect(other).toEqual(first);
      } finally {
        crowd.end();
      }
    }),
    { seed, numRuns },
  );
}
