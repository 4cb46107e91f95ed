import { describe, test } from "vitest";
import { tellsWhatIsStored } from "../../testing/stored-text-law";

const seeds = [20261131, 20261132];

describe("a text as it is stored, beside the draft of what is under way", () => {
  test.each(seeds)(
    "is told as a document of its own would tell it, whatever happens meanwhile (seed %i)",
    (seed) => tellsWhatIsStored({ seed, numRuns: 3_000 }),
    600_000,
  );
});
