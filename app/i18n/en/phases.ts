export const phases = {
  preparation: "Prepare",
  recruitment: "Draw by lot",
  skills: "Train",
  learning: "Learn",
  deliberation: "Deliberate",
  drafting: "Draft",
  decision: "Decide",
  publication: "Publish",
  "follow-up": "Follow up",
  state: { past: "over", current: "under way", coming: "to come" },
} as const;
