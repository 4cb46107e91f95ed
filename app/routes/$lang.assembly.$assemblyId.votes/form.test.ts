import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { preparationForm } from "./form";

const SEEN = "0".repeat(64);

const vote = { seen: SEEN, threshold: "two-thirds", quorumPercent: "50", closesAt: "" };

test.each([
  [{ ...vote, quorumPercent: "101" }, ["quorumPercent: number-too-large"]],
  [{ ...vote, quorumPercent: "half" }, ["quorumPercent: number-invalid"]],
  [{ ...vote, quorumPercent: "33.3" }, ["quorumPercent: number-invalid"]],
  [{ ...vote, quorumPercent: " " }, ["quorumPercent: number-invalid"]],
  [{ ...vote, threshold: "all" }, ["threshold: choice-invalid"]],
] as const)("refuses what is wrong once, beside its field (%#)", (fields, wanted) => {
  expect(refused(preparationForm, fields)).toEqual(wanted);
});
