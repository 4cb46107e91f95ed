export const voteRefusals = {
  "vote-unknown": "This vote does not exist, or no longer.",
  "vote-already-open": "This vote is already open.",
  "vote-not-open": "This vote is not open yet.",
  "vote-closed": "This vote is closed: no more choices are taken.",
  "vote-without-question": "There is no recommendation in this vote.",
  "vote-without-roll": "No member is listed: nobody could vote.",
  "vote-end-past": "That time has passed already.",
  "text-not-locked": "These recommendations are no longer locked: {{numbers}}. Lock them, or prepare another vote.",
  "no-locked-recommendation": "No recommendation is locked: there is nothing to vote on.",
  "not-on-the-roll": "This vote is for the members listed when it opened.",
  "choice-missing": "A choice is missing for recommendation {{number}}.",
} as const;
