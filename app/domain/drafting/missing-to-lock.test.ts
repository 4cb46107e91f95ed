import { expect, test } from "vitest";
import { missingToLock } from "./missing-to-lock";
import { settleEdits } from "./row-fields";

const written = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "A fund." }] }] };
const blank = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "  " }] }] };

test("a title and what is asked are enough to lock", () => {
  expect(missingToLock({ title: "A fund", action: written })).toEqual([]);
});

test("each missing field is named, blanks do not count", () => {
  expect(missingToLock({ title: " ", action: blank })).toEqual([
    { code: "title-missing", field: "title" },
    { code: "action-missing", field: "action" },
  ]);
});

const row = { title: "A fund", addressee: "", cost: "" };

test("an edit writes the fields that change, and leaves alone what already holds the text", () => {
  const edits = { title: { from: "A", to: "A fund" }, cost: { from: "", to: "10" } };
  expect(settleEdits(row, edits)).toEqual({ change: { cost: "10" } });
});

test("a field that somebody else changed meanwhile is named", () => {
  expect(settleEdits(row, { title: { from: "A", to: "The fund" } })).toEqual({ conflict: "title" });
});
