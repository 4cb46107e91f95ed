export const authRefusals = {
  "sign-in-needed": "Connectez-vous d'abord, puis recommencez.",
  "not-a-participant": "Vous ne participez pas à cette assemblée.",
  "role-not-permitted": "Votre rôle ne permet pas de faire cela.",
  "phase-not-open": "Ce n'est pas le moment : cela se fait dans une autre phase de l'assemblée.",
  "not-your-group": "Ce groupe n'est pas le vôtre.",
  "document-locked": "Ce texte est verrouillé : il ne peut plus être changé.",
} as const;
