/** Every no about the public site and the authority's answers. */
export const followUpCodes = [
  "site-not-open",
  "part-not-public-yet",
  "recommendation-unknown",
  "answer-in-the-future",
] as const;
