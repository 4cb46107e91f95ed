export const journal = {
  title: "Journal",
  text: "Tout ce qui a été fait dans cette assemblée, par qui et quand. Rien ne s'efface. Un vote y laisse une trace, jamais son contenu.",
  none: "Rien de tel au journal",
  noneText: "Élargissez la recherche : enlevez un filtre ou changez les dates.",
  filter: "Chercher dans le journal",
  action: "Quoi",
  person: "Qui",
  all: "Tout",
  everybody: "Tout le monde",
  from: "Depuis le",
  until: "Jusqu'au",
  search: "Chercher",
  clear: "Tout revoir",
  pages: "Pages du journal",
  newer: "Plus récent",
  older: "Plus ancien",
  page: "Page {{page}}",
  recorded: "Ce qui est enregistré",
  code: "Action",
  subject: "Objet",
  who: {
    forgotten: "Quelqu'un dont les données sont effacées",
    visitor: "Quelqu'un sans connexion",
    system: "L'installation",
  },
  /** What was done, after a name: keys are the actions of the journal. */
  did: {
    assembly: {
      create: "a créé l'assemblée",
      edit: "a changé les réglages",
    },
    organisation: {
      create: "a créé l'organisation",
      edit: "a changé les textes de l'organisation",
    },
    organiser: {
      add: "a ajouté une personne à l'organisation",
    },
    installation: {
      "set-up": "a mis l'installation en service",
    },
    phase: {
      advance: "a ouvert une nouvelle étape",
      close: "a terminé une étape",
      undo: "a annulé un changement d'étape",
    },
    itinerary: {
      edit: "a changé les étapes du calendrier",
    },
    session: {
      add: "a ajouté une séance",
      edit: "a changé une séance",
      remove: "a retiré une séance",
      start: "a ouvert une séance",
      close: "a clos une séance",
    },
    agenda: {
      edit: "a changé un ordre du jour",
      step: "est passé·e à un autre point de l'ordre du jour",
    },
    item: {
      extend: "a prolongé un point de l'ordre du jour",
    },
    group: {
      extend: "a donné plus de temps à un groupe",
    },
    groups: {
      split: "a réparti la salle en groupes",
      "call-back": "a rappelé les groupes en plénière",
      "undo-call-back": "a annulé le rappel des groupes",
    },
    facilitator: {
      assign: "a confié un groupe à quelqu'un",
    },
    member: {
      place: "a placé quelqu'un dans un groupe",
      move: "a changé quelqu'un de groupe",
    },
    turn: {
      ask: "a demandé la parole",
      give: "a donné la parole",
      end: "a mis fin à un tour de parole",
      withdraw: "a retiré une demande de parole",
    },
    idea: {
      keep: "a gardé une idée",
      drop: "a retiré une idée",
    },
    help: {
      call: "a demandé de l'aide",
      answer: "a répondu à une demande d'aide",
      close: "a réglé une demande d'aide",
    },
    pool: {
      upload: "a déposé un fichier de volontaires",
      "discard-upload": "a écarté un fichier de volontaires",
      import: "a importé les volontaires",
      "plan-deletion": "a fixé la date d'effacement des volontaires non tirés",
      delete: "a effacé les volontaires non tirés",
    },
    quota: {
      edit: "a changé les quotas",
      relax: "a assoupli des quotas selon une proposition",
    },
    draw: {
      make: "a lancé un tirage au sort",
      replace: "a lancé un tirage de remplacement",
      settle: "a enregistré le résultat d'un tirage",
      forecast: "a fait mesurer les quotas avant le tirage",
      stop: "a arrêté un tirage en cours",
    },
    invitation: {
      send: "a envoyé des invitations",
      resend: "a renvoyé une invitation",
      print: "a imprimé des lettres d'invitation",
      answer: "a répondu à une invitation",
      record: "a noté une réponse reçue par téléphone",
      withdraw: "a retiré une participation",
      withdrawn: "a renoncé à son siège",
      close: "a clos les invitations restées sans réponse",
    },
    team: {
      invite: "a invité quelqu'un dans l'équipe",
      resend: "a renvoyé une invitation dans l'équipe",
      "accept-link": "a rejoint l'équipe",
      remove: "a retiré quelqu'un de l'équipe",
      "revoke-link": "a annulé un lien d'équipe",
    },
    mail: {
      refused: "n'a pas pu remettre un courriel",
      "send-kept": "a fait partir d'anciens courriels",
      "drop-kept": "a renoncé à d'anciens courriels",
    },
    card: {
      print: "a imprimé des cartes de connexion",
    },
    device: {
      expire: "la connexion d'un appareil est arrivée à sa fin",
      prove: "a confirmé son identité sur un appareil",
      "sign-in-at-desk": "a connecté quelqu'un à l'accueil",
    },
    "device-check": {
      make: "a fait un essai de matériel",
    },
    material: {
      add: "a ajouté un contenu",
      change: "a changé un contenu",
      "mark-read": "a lu ou regardé un contenu",
      "mark-unread": "a remis un contenu à lire",
    },
    task: {
      add: "a ajouté une tâche",
      change: "a changé une tâche",
      answer: "a répondu à une tâche",
    },
    step: {
      move: "a déplacé un contenu ou une tâche",
      remove: "a retiré un contenu ou une tâche",
    },
    question: {
      ask: "a posé une question",
      answer: "a répondu à une question",
      support: "a soutenu une question",
      "support-back": "a retiré son soutien à une question",
    },
    recommendation: {
      start: "a commencé une recommandation",
      "edit-fields": "a changé les champs d'une recommandation",
      "add-author": "a ajouté une autrice ou un auteur",
      "link-idea": "a relié une idée à une recommandation",
      "unlink-idea": "a délié une idée d'une recommandation",
      lock: "a verrouillé une recommandation",
      unlock: "a déverrouillé une recommandation",
    },
    vote: {
      prepare: "a préparé un vote",
      open: "a ouvert un vote",
      cast: "a voté",
      close: "a clos un vote",
    },
    response: {
      record: "a noté une réponse de l'autorité",
    },
    site: {
      open: "a ouvert le site public",
      close: "a fermé le site public",
    },
    name: {
      consent: "a décidé si son nom est public",
    },
  },
} as const;
