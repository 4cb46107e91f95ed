import { expect, test } from "vitest";
import { inPostedOrder } from "./in-posted-order";

const line = (feature: string, value: string) => ({ feature, value, people: 3, quota: { min: 1, max: 2 } });

test("what was typed stays beside its value when others have saved or imported something else", () => {
  const typed = { "feature.0": "age", "value.0": "16-29", "feature.1": "gender", "value.1": "man", "min.1": "4" };
  const now = [line("gender", "man"), line("gender", "woman")];
  expect(inPostedOrder(now, typed)).toEqual([
    { feature: "age", value: "16-29", people: 0, quota: null },
    line("gender", "man"),
    line("gender", "woman"),
  ]);
  expect(inPostedOrder(now, undefined)).toEqual(now);
});
