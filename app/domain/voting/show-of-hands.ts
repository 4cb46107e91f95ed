import { keysOf } from "../kernel/entries-of";

/** What a member may choose on each question of a vote. */
export const choices = ["for", "against", "blank"] as const;
export type Choice = (typeof choices)[number];

/** The share of the expressed voices (for and against) that adopts; a fraction, so that the count stays in whole numbers. */
export interface Threshold {
  readonly rule: "more-than" | "at-least";
  readonly numerator: number;
  readonly denominator: number;
}

/** The thresholds an organiser may choose from. */
export const thresholds = {
  "more-than-half": { rule: "more-than", numerator: 1, denominator: 2 },
  "three-fifths": { rule: "at-least", numerator: 3, denominator: 5 },
  "two-thirds": { rule: "at-least", numerator: 2, denominator: 3 },
  "three-quarters": { rule: "at-least", numerator: 3, denominator: 4 },
} as const satisfies Record<string, Threshold>;
export type ThresholdName = keyof typeof thresholds;

/** The name of a threshold, or undefined where an organiser could not have chosen it. */
export function thresholdName({ rule, numerator, denominator }: Threshold): ThresholdName | undefined {
  return keysOf(thresholds).find((name) => {
    const known = thresholds[name];
    return known.rule === rule && known.numerator === numerator && known.denominator === denominator;
  });
}

export interface Terms {
  readonly threshold: Threshold;
  /** The share of the roll that must take part in a question, in whole percent; 0 asks nothing. */
  readonly quorumPercent: number;
}

export type Outcome = "adopted" | "rejected" | "no-quorum" | "no-expressed-voice";

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly blank: number;
  /** How many were entitled to vote. */
  readonly roll: number;
  readonly outcome: Outcome;
}

/**
 * Counts one question. Blank voices take part (quorum) and are not expressed (threshold), as in French assemblies.
 * Below the quorum nothing is decided; with the quorum and no voice for or against, the outcome says just that.
 * @param raised one choice a person; @param roll how many may vote (at least as many as choices)
 */
export function countHands(raised: readonly Choice[], roll: number, terms: Terms): Tally {
  if (raised.length > roll) throw new RangeError(`${raised.length} choices for a roll of ${roll}`);
  const count = (choice: Choice): number => raised.filter((one) => one === choice).length;
  const counted = { for: count("for"), against: count("against"), blank: count("blank"), roll };
  return { ...counted, outcome: outcomeOf(counted, terms) };
}

function outcomeOf(counted: Omit<Tally, "outcome">, { threshold, quorumPercent }: Terms): Outcome {
  const tookPart = counted.for + counted.against + counted.blank;
  if (tookPart * 100 < quorumPercent * counted.roll) return "no-quorum";
  const expressed = counted.for + counted.against;
  if (expressed === 0) return "no-expressed-voice";
  const reached = counted.for * threshold.denominator - threshold.numerator * expressed;
  const adopted = threshold.rule === "more-than" ? reached > 0 : reached >= 0;
  return adopted ? "adopted" : "rejected";
}
