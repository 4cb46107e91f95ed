export const voteRefusals = {
  "vote-unknown": "Ce vote n'existe pas, ou plus.",
  "vote-already-open": "Ce vote est déjà ouvert.",
  "vote-not-open": "Ce vote n'est pas encore ouvert.",
  "vote-closed": "Ce vote est clos : plus aucun choix n'est pris.",
  "vote-without-question": "Ce vote ne porte sur aucune recommandation.",
  "vote-without-roll": "Aucun membre n'est inscrit : personne ne pourrait voter.",
  "vote-end-past": "Cette heure est déjà passée.",
  "text-not-locked":
    "Ces recommandations ne sont plus verrouillées : {{numbers}}. Verrouillez-les, ou préparez un autre vote.",
  "no-locked-recommendation": "Aucune recommandation n'est verrouillée : il n'y a rien à voter.",
  "not-on-the-roll": "Ce vote est réservé aux membres inscrits à son ouverture.",
  "choice-missing": "Il manque un choix pour la recommandation {{number}}.",
} as const;
