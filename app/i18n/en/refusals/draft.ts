export const draftRefusals = {
  "document-unknown": "This text does not exist, or no longer.",
  "title-missing": "There is no title yet.",
  "action-missing": "What you ask for is missing: write it before you submit.",
  "member-unknown": "Choose somebody who is a member of the assembly.",
  "reason-missing": "Say why: the reason is written in the journal.",
  "not-locked": "This text is not locked: there is nothing to open.",
  "recommendation-in-vote": "A vote on this text is open or was held: it cannot be opened again.",
} as const;
