import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choice, choices, countHands, type Terms, thresholds } from "./show-of-hands";

const half: Terms = { threshold: thresholds["more-than-half"], quorumPercent: 50 };
const hands = (yes: number, no: number, blank: number): Choice[] => [
  ...Array<Choice>(yes).fill("for"),
  ...Array<Choice>(no).fill("against"),
  ...Array<Choice>(blank).fill("blank"),
];

test("more than half of the expressed voices adopts", () => {
  expect(countHands(hands(3, 2, 0), 6, half).outcome).toBe("adopted");
});

test("exactly half does not adopt where more than half is asked", () => {
  expect(countHands(hands(2, 2, 0), 4, half).outcome).toBe("rejected");
});

test("exactly two thirds adopts where two thirds are asked", () => {
  expect(countHands(hands(4, 2, 0), 6, { ...half, threshold: thresholds["two-thirds"] }).outcome).toBe("adopted");
});

test("blank voices count for the quorum and not for the threshold", () => {
  expect(countHands(hands(1, 0, 4), 10, half)).toEqual({ for: 1, against: 0, blank: 4, roll: 10, outcome: "adopted" });
});

test("below the quorum nothing is decided", () => {
  expect(countHands(hands(4, 0, 0), 10, half).outcome).toBe("no-quorum");
});

test("a vote with no expressed voice has its own outcome", () => {
  expect(countHands(hands(0, 0, 6), 10, half).outcome).toBe("no-expressed-voice");
  expect(countHands([], 10, { ...half, quorumPercent: 0 }).outcome).toBe("no-expressed-voice");
});

test("more choices than people on the roll is a fault of ours", () => {
  expect(() => countHands(hands(2, 0, 0), 1, half)).toThrow(RangeError);
});

describe("laws of counting", () => {
  const anyHands = fc.array(fc.constantFrom(...choices), { maxLength: 60 });
  const anyTerms = fc.record({
    threshold: fc.constantFrom(...Object.values(thresholds)),
    quorumPercent: fc.integer({ min: 0, max: 100 }),
  });

  test("the order of the hands changes nothing", () => {
    fc.assert(
      fc.property(anyHands, anyTerms, fc.nat(), (raised, terms, turn) => {
        const at = raised.length ? turn % raised.length : 0;
        const turned = [...raised.slice(at), ...raised.slice(0, at)];
        expect(countHands(turned, 60, terms)).toEqual(countHands(raised, 60, terms));
      }),
      { verbose: true },
    );
  });

  test("one more voice for never turns an adoption into a rejection", () => {
    fc.assert(
      fc.property(anyHands, anyTerms, (raised, terms) => {
        const before = countHands(raised, 61, terms).outcome;
        if (before === "adopted") expect(countHands([...raised, "for"], 61, terms).outcome).toBe("adopted");
      }),
      { verbose: true },
    );
  });
});
