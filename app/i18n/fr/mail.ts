export const mail = {
  hello: "Bonjour,",
  helloName: "Bonjour {{name}},",
  signIn: {
    subject: "{{code}} : votre code de connexion",
    code: "Votre code de connexion est : {{code}}",
    link: "Vous pouvez aussi ouvrir ce lien, puis confirmer :",
    subjectAlone: "Votre lien de connexion",
    linkAlone:
      "Pour vous connecter, ouvrez ce lien sur l'appareil de votre choix, puis confirmez. Ce message n'a pas de code : beaucoup ont été demandés pour votre adresse, sans servir.",
    lifeAlone_one: "Le lien sert une fois, pendant {{count}} minute.",
    lifeAlone_other: "Le lien sert une fois, pendant {{count}} minutes.",
    life_one: "Le code et le lien servent une fois, pendant {{count}} minute.",
    life_other: "Le code et le lien servent une fois, pendant {{count}} minutes.",
    notYou:
      "Si vous n'avez rien demandé, laissez ce message de côté : personne ne peut se connecter sans lui. Ne donnez jamais ce code, même à l'équipe.",
  },
  address: {
    subject: "{{code}} : confirmez votre adresse",
    code: "Pour confirmer que cette adresse est la vôtre, tapez ce code sur la page qui vous le demande : {{code}}",
    life_one: "Il sert une fois, pendant {{count}} minute.",
    life_other: "Il sert une fois, pendant {{count}} minutes.",
    notYou:
      "Si vous n'avez rien demandé, quelqu'un s'est sans doute trompé d'adresse : laissez ce message de côté. Ne donnez jamais ce code, même à l'équipe.",
  },
  team: {
    subject: "Rejoindre l'équipe : {{assembly}}",
    invited: "{{inviter}} vous invite dans l'équipe de l'assemblée « {{assembly}} ». Votre rôle : {{role}}.",
    link: "Pour accepter, ouvrez ce lien. Rien ne se passe avant que vous ayez confirmé :",
    life: "Ce lien est pour vous seul·e. Il sert une fois, jusqu'au {{date}}.",
    notYou: "Si ce message n'est pas pour vous, laissez-le de côté.",
  },
  invitation: {
    subject: "Vous avez été tiré·e au sort : {{assembly}}",
    drawn: "{{organisation}} vous invite à l'assemblée « {{assembly}} ». Vous avez été tiré·e au sort.",
    question: "La question posée : {{question}}",
    link: "Pour dire oui ou non, ouvrez ce lien avant le {{date}} :",
    free: "Vous êtes libre de refuser, sans donner de raison. Votre réponse, quelle qu'elle soit, nous aide.",
    help: "Une question ? {{name}} vous répond :",
  },
} as const;
