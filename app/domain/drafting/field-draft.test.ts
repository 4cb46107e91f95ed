import { expect, test } from "vitest";
import {
  conflictsOf,
  editsOf,
  hearSaved,
  hearStored,
  openFields,
  resumeTyping,
  settleConflict,
  typeInto,
  unsavedOf,
} from "./field-draft";

const stored = { title: "A fund", addressee: "", cost: "" };
const opened = openFields(3, stored);

test("what is typed is saved from what was there", () => {
  expect(editsOf(typeInto(opened, "cost", "10"))).toEqual({ cost: { from: "", to: "10" } });
});

test("typing goes on while a save is under way, and starts from what was saved", () => {
  const sent = typeInto(opened, "cost", "10");
  const typing = typeInto(sent, "cost", "10 M");
  expect(editsOf(hearSaved(typing, editsOf(sent)))).toEqual({ cost: { from: "10", to: "10 M" } });
});

test("a field where nothing was typed follows what others write; the typed one stays", () => {
  const heard = hearStored(typeInto(opened, "cost", "10"), 4, { ...stored, title: "The fund" });
  expect(heard.typed).toEqual({ title: "The fund", addressee: "", cost: "10" });
  expect(conflictsOf(heard)).toEqual([]);
});

test("an answer from before the last one is left aside", () => {
  expect(hearStored(opened, 2, { ...stored, title: "Old" })).toBe(opened);
});

test("two who type in one field: what was typed stays, nothing is sent, until somebody chooses", () => {
  const heard = hearStored(typeInto(opened, "title", "My fund"), 4, { ...stored, title: "Their fund" });
  expect(conflictsOf(heard)).toEqual(["title"]);
  expect(editsOf(heard)).toEqual({});
  expect(editsOf(settleConflict(heard, "title", "mine"))).toEqual({ title: { from: "Their fund", to: "My fund" } });
  const theirs = settleConflict(heard, "title", "theirs");
  expect([theirs.typed.title, editsOf(theirs)]).toEqual(["Their fund", {}]);
});

test("what a page could not save is taken up by the next one; what was stored meanwhile needs nothing", () => {
  const kept = unsavedOf(typeInto(typeInto(opened, "cost", "10"), "title", "My fund"));
  expect(editsOf(resumeTyping(openFields(3, stored), kept))).toEqual(kept);
  const late = resumeTyping(openFields(4, { ...stored, cost: "10" }), kept);
  expect(editsOf(late)).toEqual({ title: { from: "A fund", to: "My fund" } });
});

test("what somebody else wrote before it was taken up is a conflict, and both texts are there", () => {
  const kept = unsavedOf(typeInto(opened, "title", "My fund"));
  const resumed = resumeTyping(openFields(4, { ...stored, title: "Their fund" }), kept);
  expect([conflictsOf(resumed), resumed.typed.title, resumed.stored.title]).toEqual([
    ["title"],
    "My fund",
    "Their fund",
  ]);
});
