/** What a form says when it was done and stays on its page; keys are the codes of FormDone and of `?done=`. */
export const done = {
  saved: "C'est enregistré.",
  sent: "C'est envoyé.",
  removed: "C'est retiré.",
  "hands-raised": "Vos choix sont enregistrés.",
  "vote-opened": "Le vote est ouvert.",
  "vote-closed": "Le vote est clos et compté.",
  "assembly-created": "L'assemblée est créée. Voici ce qui vous attend.",
  "phase-advanced": "L'étape a changé, et chacun le voit.",
  "phase-undone": "Le changement d'étape est annulé.",
  "signed-out": "Vous êtes déconnecté·e de cet appareil.",
  "device-signed-out": "L'appareil est déconnecté.",
  "set-up": "C'est prêt. Bienvenue !",
  "link-revoked": "Le lien est annulé.",
  "role-removed": "Le rôle est retiré.",
  "invited-by-mail": "L'invitation est partie par courriel.",
  "link-made": "Le lien est prêt.",
} as const;
