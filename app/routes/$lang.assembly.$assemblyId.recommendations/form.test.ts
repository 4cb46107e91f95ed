import { expect, test } from "vitest";
import { taken } from "~/server/testing/posted";
import { startForm } from "./form";

const ID = "a".repeat(22);

test("one idea ticked is a list of one", () => {
  expect(taken(startForm, { ideaIds: ID })).toMatchObject({ ideaIds: [ID], groupId: "", title: "" });
});
