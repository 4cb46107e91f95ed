import { describe, test } from "vitest";
import { tellsWhatIsStored } from "../../testing/stored-text-law";

describe("a text as it is stored, beside the draft of what is under way", () => {
  test(
    "is told as a document of its own would tell it, whatever happens meanwhile",
    () => tellsWhatIsStored(6_000),
    1_200_000,
  );
});
