import fc from "fast-check";
import { expect, test } from "vitest";
import { ballotSheet, type SheetTerms } from "./ballot-sheet";
import { thresholds } from "./show-of-hands";

const terms: SheetTerms = {
  voteId: "vote",
  method: "show-of-hands",
  threshold: thresholds["two-thirds"],
  quorumPercent: 50,
  questions: [
    { questionId: "q1", recommendation: 1, title: "Cap the rents", textHash: "aa" },
    { questionId: "q2", recommendation: 4, title: "Build rooms", textHash: "bb" },
  ],
  roll: ["odette", "karim", "lea"],
  closesAt: new Date("2026-06-14T16:00:00Z"),
};

test("the sheet says everything that is voted on, by whom, on what terms and until when", () => {
  expect(JSON.parse(ballotSheet(terms))).toEqual({
    ...terms,
    version: 1,
    roll: ["karim", "lea", "odette"],
    closesAt: "2026-06-14T16:00:00.000Z",
  });
});

test("a vote that only a person closes says that it has no end", () => {
  expect(JSON.parse(ballotSheet({ ...terms, closesAt: null }))).toHaveProperty("closesAt", null);
});

test("law: one roll gives one sheet, in whatever order it was read, and is itself left as it was", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 12 }), fc.nat(), (roll, turn) => {
      const at = roll.length === 0 ? 0 : turn % roll.length;
      const turned = [...roll.slice(at), ...roll.slice(0, at)];
      const copy = [...turned];
      expect(ballotSheet({ ...terms, roll: turned })).toBe(ballotSheet({ ...terms, roll }));
      expect(turned).toEqual(copy);
    }),
    { seed: 20261129 },
  );
});

test("law: whatever of the terms changes, the sheet changes", () => {
  const changed: Partial<SheetTerms>[] = [
    { voteId: "other" },
    { threshold: thresholds["more-than-half"] },
    { threshold: { ...terms.threshold, rule: "more-than" } },
    { quorumPercent: 51 },
    { questions: [...terms.questions].reverse() },
    { questions: terms.questions.slice(1) },
    { questions: terms.questions.map((question) => ({ ...question, textHash: "cc" })) },
    { roll: terms.roll.slice(1) },
    { closesAt: new Date("2026-06-14T16:00:00.001Z") },
    { closesAt: null },
  ];
  const sheets = [terms, ...changed.map((change) => ({ ...terms, ...change }))].map(ballotSheet);
  expect(new Set(sheets).size).toBe(sheets.length);
});
