import { expect, test } from "vitest";
import { refused } from "~/server/testing/posted";
import { codeForm } from "./form";

test.each([[{ code: " " }, ["code: field-required"]]] as const)(
  "refuses what is wrong once, beside its field (%#)",
  (fields, wanted) => {
    expect(refused(codeForm, fields)).toEqual(wanted);
  },
);
