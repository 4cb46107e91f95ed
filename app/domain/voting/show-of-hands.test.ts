import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Choice, choices, countHands, type Terms, thresholdName, thresholds } from "./show-of-hands";

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

test("each threshold adopts at its share and not one voice below it", () => {
  const atShare = {
    "more-than-half": [51, 50],
    "three-fifths": [60, 59],
    "two-thirds": [67, 66],
    "three-quarters": [75, 74],
  } as const;
  for (const name of Object.keys(thresholds) as (keyof typeof thresholds)[]) {
    const [enough, few] = atShare[name];
    const terms = { threshold: thresholds[name], quorumPercent: 0 };
    expect(countHands(hands(enough, 100 - enough, 0), 100, terms).outcome, name).toBe("adopted");
    expect(countHands(hands(few, 100 - few, 0), 100, terms).outcome, name).toBe("rejected");
  }
});

test("the quorum is reached at its share of the roll, to the person", () => {
  const terms = { threshold: thresholds["more-than-half"], quorumPercent: 50 };
  expect(countHands(hands(24, 0, 0), 48, terms).outcome).toBe("adopted");
  expect(countHands(hands(23, 0, 0), 48, terms).outcome).toBe("no-quorum");
  expect(countHands(hands(24, 0, 0), 49, terms).outcome).toBe("no-quorum");
  expect(countHands(hands(48, 0, 0), 48, { ...terms, quorumPercent: 100 }).outcome).toBe("adopted");
});

test("a threshold is known by its terms, and another one has no name", () => {
  for (const [name, threshold] of Object.entries(thresholds)) expect(thresholdName({ ...threshold })).toBe(name);
  expect(thresholdName({ rule: "at-least", numerator: 1, denominator: 2 })).toBeUndefined();
  expect(thresholdName({ rule: "at-least", numerator: 4, denominator: 6 })).toBeUndefined();
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

  test("every voice is counted once, and the parts are the whole", () => {
    fc.assert(
      fc.property(anyHands, anyTerms, (raised, terms) => {
        const tally = countHands(raised, 60, terms);
        expect(tally.for + tally.against + tally.blank).toBe(raised.length);
        expect(tally.roll).toBe(60);
      }),
      { seed: 20261129 },
    );
  });

  test("one voice against more never turns a rejection into an adoption, once the quorum is there", () => {
    fc.assert(
      fc.property(anyHands, anyTerms, (raised, terms) => {
        const before = countHands(raised, 61, terms).outcome;
        if (before === "rejected") expect(countHands([...raised, "against"], 61, terms).outcome).toBe("rejected");
      }),
      { seed: 20261130 },
    );
  });

  test("one blank voice more changes nothing but whether the quorum is there", () => {
    fc.assert(
      fc.property(anyHands, anyTerms, (raised, terms) => {
        const before = countHands(raised, 61, terms).outcome;
        const more = countHands([...raised, "blank"], 61, terms).outcome;
        if (before !== "no-quorum") expect(more).toBe(before);
      }),
      { seed: 20261201 },
    );
  });

  test("a stricter threshold, or a higher quorum, never adopts what a milder one did not", () => {
    const inOrder = Object.values(thresholds);
    fc.assert(
      fc.property(anyHands, fc.nat(3), fc.tuple(fc.nat(100), fc.nat(100)), (raised, at, quorums) => {
        const [low, high] = [Math.min(...quorums), Math.max(...quorums)];
        const [mild, strict] = [inOrder[at] ?? inOrder[0], inOrder[Math.min(at + 1, 3)] ?? inOrder[0]];
        const outcome = (threshold: Terms["threshold"], quorumPercent: number) =>
          countHands(raised, 60, { threshold, quorumPercent }).outcome;
        if (mild && strict && outcome(strict, high) === "adopted") expect(outcome(mild, low)).toBe("adopted");
      }),
      { seed: 20261202 },
    );
  });

  test("what is adopted has more voices for than against, and never a voice too few of the roll", () => {
    fc.assert(
      fc.property(anyHands, anyTerms, (raised, terms) => {
        const tally = countHands(raised, 60, terms);
        if (tally.outcome !== "adopted") return;
        expect(tally.for).toBeGreaterThan(tally.against);
        expect(raised.length / 60).toBeGreaterThanOrEqual(terms.quorumPercent / 100);
      }),
      { seed: 20261203 },
    );
  });
});
