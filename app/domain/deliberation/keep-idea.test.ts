import { expect, test } from "vitest";
import { accept, refuse } from "../kernel/result";
import { participation } from "../testing/live";
import { checkIdea, LONGEST_IDEA } from "./keep-idea";

const inGroup = new Set(["odette", "karim", "farid"].map(participation));
const check = (text: string, ...authors: string[]) =>
  checkIdea({ text, authorIds: authors.map(participation) }, inGroup);

test("an idea is kept without the spaces around it, with one author or several", () => {
  expect(check("  Cap the rents.\n", "odette")).toEqual(accept("Cap the rents."));
  expect(check("Cap the rents.", "odette", "karim", "farid")).toEqual(accept("Cap the rents."));
});

test("an idea says something", () => {
  for (const blank of ["", "   ", "\n\t"])
    expect(check(blank, "odette")).toEqual(refuse("idea-empty", undefined, "text"));
});

test("what is longer than an idea is several: 600 characters are kept, 601 are not, spaces around them apart", () => {
  expect(check("a".repeat(LONGEST_IDEA), "odette").ok).toBe(true);
  expect(check(`  ${"a".repeat(LONGEST_IDEA)}  `, "odette").ok).toBe(true);
  expect(check("a".repeat(LONGEST_IDEA + 1), "odette")).toEqual(refuse("idea-too-long", { limit: 600 }, "text"));
});

test("an idea has an author, and every author is in the group", () => {
  expect(check("Cap the rents.")).toEqual(refuse("idea-needs-author", undefined, "authorIds"));
  expect(check("Cap the rents.", "lea")).toEqual(refuse("idea-author-unknown", undefined, "authorIds"));
  expect(check("Cap the rents.", "odette", "lea")).toEqual(refuse("idea-author-unknown", undefined, "authorIds"));
});
