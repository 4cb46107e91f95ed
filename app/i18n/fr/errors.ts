export const errors = {
  "400": {
    title: "Cette demande est incomplète",
    text: "Quelque chose manque dans l'adresse ou dans ce qui a été envoyé. Revenez en arrière et recommencez : rien n'a été changé.",
  },
  "401": {
    title: "Il faut d'abord se connecter",
    text: "Cette page est réservée aux personnes connectées. Connectez-vous, puis revenez ici.",
  },
  "403": {
    title: "Cette page n'est pas ouverte pour vous",
    text: "Votre rôle dans l'assemblée ne donne pas accès à cette page, ou pas encore. Si cela vous étonne, demandez à l'équipe qui vous a écrit.",
  },
  "404": {
    title: "Cette page n'existe pas",
    text: "L'adresse est peut-être incomplète, ou la page a changé de place.",
  },
  "409": {
    title: "Quelqu'un vient de changer cela",
    text: "Pendant que vous regardiez cette page, elle a été modifiée. Rechargez-la pour voir où les choses en sont.",
  },
  "410": {
    title: "Ce lien ne sert plus",
    text: "Il a déjà été utilisé, ou sa date est passée. Demandez un nouveau lien : l'ancien ne peut faire de mal à personne.",
  },
  "413": {
    title: "C'est trop long",
    text: "Ce qui a été envoyé est trop grand pour être lu. Rien n'a été enregistré.",
  },
  "429": {
    title: "Un peu de patience",
    text: "Il y a eu trop d'essais en peu de temps. Attendez une minute, puis recommencez.",
  },
  "500": {
    title: "Quelque chose s'est cassé chez nous",
    text: "Ce n'est pas de votre fait. Ce qui était enregistré le reste. Réessayez dans un instant ; si cela continue, prévenez l'équipe.",
  },
  "503": {
    title: "Le service est occupé",
    text: "Il n'arrive pas à enregistrer pour le moment. Ce qui était enregistré le reste. Réessayez dans un instant.",
  },
  text: {
    title: "Ce texte ne peut pas être affiché comme d'habitude",
    text: "Voici ses mots, sans mise en forme. Rien n'est perdu. Prévenez l'équipe qui organise : elle peut vous aider.",
    empty: "Il ne contient aucun mot.",
  },
  offline: { title: "La page n'est pas arrivée", text: "Votre connexion semble coupée. Vérifiez-la, puis réessayez." },
  retry: "Réessayer",
  reload: "Recharger la page",
  home: "Aller à l'accueil",
  signIn: "Se connecter",
  back: "Revenir en arrière",
  reference: "Référence pour l'équipe : {{requestId}}",
} as const;
