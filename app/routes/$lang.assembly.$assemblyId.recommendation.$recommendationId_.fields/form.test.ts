import { expect, test } from "vitest";
import { rowFieldLimits } from "~/app/domain/drafting/row-fields";
import { readEdits } from "./form";

test("the texts that a page saves while they are typed have the page's line ends, and are measured with them", () => {
  expect(readEdits({ "cost-from": "a\r\nb", "cost-to": "a\r\nc", "title-from": "x" })).toEqual({
    cost: { from: "a\nb", to: "a\nc" },
  });
  const longest = `${"a".repeat(rowFieldLimits.cost - 2)}\nb`;
  expect(readEdits({ "cost-from": "", "cost-to": longest.replace("\n", "\r\n") })).toEqual({
    cost: { from: "", to: longest },
  });
  expect(readEdits({ "title-from": "", "title-to": "a".repeat(rowFieldLimits.title + 1) })).toEqual({
    tooLong: "title",
  });
});
