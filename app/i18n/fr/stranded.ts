/** What somebody wrote and could not be saved. */
export const stranded = {
  title: "Des mots que vous avez écrits n'ont pas pu être enregistrés",
  text: "Vos lignes restent ici, pour vous seul·e, tant que cet onglet est ouvert. Copiez-les, ou transmettez-les à quelqu'un de l'équipe.",
  marked: "Les mots surlignés manquent ; les autres sont enregistrés.",
  copy: "Copier",
  copied: "C'est copié. Collez-le où vous voulez.",
  notCopied: "Le texte est sélectionné : copiez-le avec le menu de votre appareil.",
  handOn: "Transmettre",
  mail: "Ouvrir un courriel avec ces lignes",
  forget: "Je n'en ai pas besoin",
  forgetTitle: "Effacer ces lignes ?",
  forgetText: "Elles ne sont enregistrées nulle part ailleurs. Effacées, elles ne reviennent pas.",
  forgetConfirm: "Oui, effacer",
  why: {
    tooLarge: "Le texte est devenu trop long pour être enregistré.",
    malformed: "Le serveur n'a pas pu lire ce qui a été envoyé.",
    numberTaken: "Une autre page a pris la place de celle-ci.",
    unknown: "Ce texte n'existe plus.",
    notPermitted: "Vous ne pouvez plus écrire dans ce texte.",
  },
} as const;
