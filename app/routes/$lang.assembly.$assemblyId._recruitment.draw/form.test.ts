import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { drawForm } from "./form";

const ID = "a".repeat(22);

test.each([[{ intent: "draw", reason: "a".repeat(2001) }, ["reason: too-long"]]] as const)(
  "refuses what is wrong once, beside its field (%#)",
  (fields, wanted) => {
    expect(refused(drawForm, fields)).toEqual(wanted);
  },
);

test("a draw is made by what is offered where nothing was chosen, and goes back to the page it came from", () => {
  expect(taken(drawForm, { intent: "draw" })).toMatchObject({ lottery: 1000, reason: "" });
  expect(taken(drawForm, { intent: "draw", lottery: "10000" })).toMatchObject({ lottery: 10_000 });
  expect(taken(drawForm, { intent: "stop", runId: ID, back: "recruit/quotas" })).toMatchObject({
    back: "recruit/quotas",
  });
  expect(refused(drawForm, { intent: "stop", runId: ID, back: "https://elsewhere.test" })).toEqual([
    "back: choice-invalid",
  ]);
});
