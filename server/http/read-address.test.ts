import { expect, test } from "vitest";
import { readAddress } from "./read-address";

const [assemblyId, voteId] = ["A".repeat(22), "v".repeat(22)];

test("the parts that are asked for are read, and no others", () => {
  expect(readAddress({ lang: "fr", assemblyId, voteId, taskId: "x" }, "assemblyId", "voteId")).toEqual({
    assemblyId,
    voteId,
  });
});

test.each([
  ["missing", undefined],
  ["too short", "A"],
  ["of strange signs", `${"A".repeat(21)}%`],
])("there is no page where a part is %s", (_, given) => {
  let thrown: unknown;
  try {
    readAddress({ assemblyId, voteId: given }, "assemblyId", "voteId");
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ data: { refusal: { code: "not-found" } }, init: { status: 404 } });
});
