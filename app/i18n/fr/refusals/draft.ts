export const draftRefusals = {
  "document-unknown": "Ce texte n'existe pas, ou plus.",
  "title-missing": "Il manque un titre.",
  "action-missing": "Il manque ce que vous demandez : écrivez-le avant de soumettre.",
  "member-unknown": "Choisissez une personne qui est membre de l'assemblée.",
  "reason-missing": "Dites pourquoi : la raison est inscrite au journal.",
  "not-locked": "Ce texte n'est pas verrouillé : il n'y a rien à rouvrir.",
  "recommendation-in-vote": "Un vote est ouvert ou a eu lieu sur ce texte : il ne peut plus être rouvert.",
} as const;
