/** Every no about votes. */
export const votingCodes = [
  "vote-unknown",
  "vote-already-open",
  "vote-not-open",
  "vote-closed",
  "vote-without-question",
  "vote-without-roll",
  "vote-end-past",
  "text-not-locked",
  "no-locked-recommendation",
  "not-on-the-roll",
  "choice-missing",
] as const;
