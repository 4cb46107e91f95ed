import { expect, test } from "vitest";
import { refused, taken } from "~/server/testing/posted";
import { materialForm } from "./form";

const ID = "a".repeat(22);

test("minutes are read with a comma too, and what is none is left to the rule that knows the bounds", () => {
  const material = { phaseId: ID, kind: "video", minutes: "7,5" };
  expect(taken(materialForm, material).minutes).toBe(7.5);
  expect(taken(materialForm, { ...material, minutes: " " }).minutes).toBeNaN();
  expect(refused(materialForm, { ...material, phaseId: "" })).toEqual(["phaseId: phase-unknown"]);
});
