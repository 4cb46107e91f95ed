import fc from "fast-check";
import { expect, test } from "vitest";
import { isLargePart, LEAST_DELETED, type LostWords } from "./taken-out";

const part = (length: number): LostWords => ({ text: "a".repeat(length), isWholeLine: false });
const line = (length: number): LostWords => ({ text: "a".repeat(length), isWholeLine: true });

test("thirty characters in all are a large part, in one place or in several", () => {
  expect(isLargePart([part(30)])).toBe(true);
  expect(isLargePart([part(29)])).toBe(false);
  expect(isLargePart([part(10), part(10), part(10)])).toBe(true);
  expect(isLargePart([part(10), part(10), part(9)])).toBe(false);
});

test("one whole line of twelve characters is a large part; a shorter one, or twelve of a longer line, is not", () => {
  expect(isLargePart([line(12)])).toBe(true);
  expect(isLargePart([line(11)])).toBe(false);
  expect(isLargePart([part(12)])).toBe(false);
});

test("spaces and line ends do not count", () => {
  expect(isLargePart([{ text: ` ${"a \n\t".repeat(29)} `, isWholeLine: false }])).toBe(false);
  expect(isLargePart([{ text: "a ".repeat(30), isWholeLine: false }])).toBe(true);
  expect(isLargePart([{ text: "a b c d e f g h i j k  ", isWholeLine: true }])).toBe(false);
});

test("nothing lost is nothing large", () => {
  expect(isLargePart([])).toBe(false);
  expect(isLargePart([line(0)])).toBe(false);
});

const lostWords = fc.array(fc.record({ text: fc.string({ maxLength: 20 }), isWholeLine: fc.boolean() }), {
  maxLength: 6,
});

test("law: who deletes less than the least never takes out a large part", () => {
  fc.assert(
    fc.property(lostWords, (lost) => {
      const deleted = lost.reduce((sum, { text }) => sum + text.length, 0);
      if (deleted < LEAST_DELETED) expect(isLargePart(lost)).toBe(false);
    }),
    { seed: 20261129, numRuns: 300 },
  );
});

test("law: what is large stays large when more is lost, in whatever order it is counted", () => {
  fc.assert(
    fc.property(lostWords, lostWords, (lost, more) => {
      if (isLargePart(lost)) expect(isLargePart([...more, ...lost])).toBe(true);
      expect(isLargePart([...lost].reverse())).toBe(isLargePart(lost));
    }),
    { seed: 20261130, numRuns: 300 },
  );
});
