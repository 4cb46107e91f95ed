// @vitest-environment jsdom
import { describe, test } from "vitest";
import { crowdAgrees } from "../../testing/crowd-law";

const seed = 20260802;

describe("people who write at the same time in the screens' own editors (D15)", () => {
  test.each(["notes", "recommendation"] as const)(
    `%s: the gate refuses nothing, and everybody ends with one text (seed ${seed})`,
    (kind) => crowdAgrees({ kind, seed, numRuns: 20, most: 60 }),
  );
});
