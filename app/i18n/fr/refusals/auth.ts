export const authRefusals = {
  "sign-in-needed": "Connectez-vous d'abord, puis recommencez.",
  "not-a-participant": "Vous ne participez pas à cette assemblée.",
  "role-not-permitted": "Votre rôle ne permet pas de faire cela.",
  "phase-not-open": "Ce n'est pas le moment : cela se fait dans une autre phase de l'assemblée.",
  "not-your-group": "Ce groupe n'est pas le vôtre.",
  "document-locked": "Ce texte est verrouillé : il ne peut plus être changé.",
  "assembly-unknown": "Cette assemblée n'existe pas, ou vous n'y participez pas.",
  "link-unknown": "Ce lien n'est pas complet. Ouvrez-le en entier depuis votre message.",
  "link-used": "Ce lien a déjà servi. Demandez-en un nouveau.",
  "link-expired": "Ce lien a dépassé sa date. Demandez-en un nouveau.",
  "link-revoked": "Ce lien a été retiré par l'équipe. Demandez-en un nouveau.",
  "too-many-tries": "Il y a eu trop d'essais. Attendez un peu, puis recommencez.",
} as const;
