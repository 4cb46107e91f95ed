export const learnRefusals = {
  "step-title-missing": "Il faut un titre, au moins dans une langue.",
  "reading-missing": "Il faut un texte dans la langue du titre.",
  "prompt-missing": "Il faut une consigne dans la langue du titre.",
  "link-missing": "Il faut l'adresse de la vidéo ou du document.",
  "step-minutes-wrong": "Il faut un nombre entier de minutes, de 1 à {{max}}.",
  "phase-unknown": "Cette étape n'existe pas dans cette assemblée. Choisissez-en une autre.",
  "material-unknown": "Ce document n'existe pas, ou plus, ou pas encore.",
  "task-unknown": "Cette tâche n'existe pas, ou plus, ou pas encore.",
  "question-unknown": "Cette question n'existe pas.",
  "sharing-fixed":
    "Des personnes ont déjà répondu en privé : leurs réponses doivent le rester. Ajoutez plutôt une nouvelle tâche.",
  "sharing-changed":
    "Entre-temps, l'équipe a décidé de partager les réponses. Rechargez la page pour lire qui verra la vôtre, puis enregistrez-la si vous êtes d'accord.",
  "answer-missing": "Écrivez quelques mots d'abord.",
  "own-question": "C'est votre question : elle compte déjà avec vous.",
  "place-not-yours": "Votre place est ailleurs en ce moment.",
  "network-lost":
    "Le serveur est hors d'atteinte. Rien n'est perdu : ce que vous avez écrit est toujours là. Renvoyez-le quand la connexion revient.",
} as const;
