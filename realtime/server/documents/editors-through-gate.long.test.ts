// @vitest-environment jsdom
import { describe, test } from "vitest";
import { crowdAgrees } from "../../testing/crowd-law";

const seeds = [20260803, 20260804, 20260805];

describe("people who write at the same time for a long while (D15)", () => {
  test.each(seeds)(
    "notes and recommendations: the gate refuses nothing, and everybody ends with one text (seed %i)",
    async (seed) => {
      for (const kind of ["notes", "recommendation"] as const)
        await crowdAgrees({ kind, seed, numRuns: 100, most: 200 });
    },
    600_000,
  );
});
