export const siteRefusals = {
  "site-not-open": "This site is not open to the public.",
  "part-not-public-yet": "This page is not public yet. Please come back later.",
  "recommendation-unknown": "This recommendation does not exist, or no longer.",
  "answer-in-the-future": "That date is in the future.",
} as const;
