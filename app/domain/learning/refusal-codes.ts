/** Every no about materials, tasks and questions. */
export const learningCodes = [
  "step-title-missing",
  "reading-missing",
  "prompt-missing",
  "link-missing",
  "step-minutes-wrong",
  "phase-unknown",
  "material-unknown",
  "task-unknown",
  "question-unknown",
  "sharing-fixed",
  "sharing-changed",
  "answer-missing",
  "own-question",
  "place-not-yours",
  "network-lost",
] as const;
