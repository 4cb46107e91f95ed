/** The kinds of phase, in their usual order; a kind may come back in one itinerary. */
export const phaseKinds = [
  "preparation",
  "recruitment",
  "skills",
  "learning",
  "deliberation",
  "drafting",
  "decision",
  "publication",
  "follow-up",
] as const;
export type PhaseKind = (typeof phaseKinds)[number];

interface PhaseRule {
  /** The kinds that may stand after it in an itinerary. */
  readonly before: readonly PhaseKind[];
  /** The kinds that may be open at the same time. */
  readonly overlaps: readonly PhaseKind[];
}

/** What may follow or overlap what. Learning and deliberation may alternate; nothing follows the follow-up. */
export const phaseRules: Readonly<Record<PhaseKind, PhaseRule>> = {
  preparation: { before: ["recruitment"], overlaps: [] },
  recruitment: { before: ["skills", "learning", "deliberation"], overlaps: ["skills"] },
  skills: { before: ["learning", "deliberation"], overlaps: ["recruitment", "learning"] },
  learning: { before: ["skills", "deliberation", "drafting"], overlaps: ["skills", "deliberation"] },
  deliberation: { before: ["learning", "drafting"], overlaps: ["learning", "drafting"] },
  drafting: { before: ["deliberation", "decision"], overlaps: ["deliberation"] },
  decision: { before: ["drafting", "publication"], overlaps: [] },
  publication: { before: ["follow-up"], overlaps: ["follow-up"] },
  "follow-up": { before: [], overlaps: ["publication"] },
};
