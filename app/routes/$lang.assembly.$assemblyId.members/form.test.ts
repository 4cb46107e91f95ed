import { expect, test } from "vitest";
import { taken } from "~/server/testing/posted";
import { membersForm } from "./form";

const ID = "a".repeat(22);
const OTHER = "b".repeat(22);

test("one box ticked is a list of one, none an empty list", () => {
  const print = { intent: "print" };
  expect(taken(membersForm, { ...print, participation: ID })).toMatchObject({ participation: [ID] });
  expect(taken(membersForm, { ...print, participation: [ID, OTHER] })).toMatchObject({ participation: [ID, OTHER] });
  expect(taken(membersForm, print)).toMatchObject({ participation: [] });
});
