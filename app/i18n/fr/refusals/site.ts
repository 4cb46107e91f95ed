export const siteRefusals = {
  "site-not-open": "Ce site n'est pas ouvert au public.",
  "part-not-public-yet": "Cette page n'est pas encore publique. Revenez plus tard.",
  "recommendation-unknown": "Cette recommandation n'existe pas, ou plus.",
  "answer-in-the-future": "Cette date est dans l'avenir.",
} as const;
