import { expect, test } from "vitest";
import { readRecord } from "./read-record";

test("a record that was kept is read as it is", () => {
  expect(readRecord(JSON.stringify({ title: "Notes", isSeen: true }))).toEqual({ title: "Notes", isSeen: true });
});

test.each([null, "", "{", "null", "3", '"text"', "true"])("%j is as if nothing had been kept", (text) => {
  expect(readRecord(text)).toEqual({});
});
