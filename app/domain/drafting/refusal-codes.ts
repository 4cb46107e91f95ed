/** Every no about recommendations. */
export const draftingCodes = [
  "document-unknown",
  "title-missing",
  "action-missing",
  "member-unknown",
  "reason-missing",
  "not-locked",
  "recommendation-in-vote",
] as const;
