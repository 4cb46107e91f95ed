export const authRefusals = {
  "sign-in-needed": "Connectez-vous d'abord, puis recommencez.",
  "opens-one-seat":
    "Sur cet appareil, seule votre place est ouverte. Pour cela, connectez-vous avec un code reçu par courriel.",
  "not-a-participant": "Vous ne participez pas à cette assemblée.",
  "assembly-unknown": "Cette assemblée n'existe pas, ou vous n'y participez pas.",
  "role-not-permitted": "Votre rôle ne permet pas de faire cela.",
  "prove-again":
    "Avant de faire cela, confirmez que c'est bien vous : un code vous est envoyé par courriel. Ce que vous avez préparé est gardé.",
  "phase-not-open": "Ce n'est pas le moment : cela se fait dans une autre phase de l'assemblée.",
  "not-your-group": "Ce groupe n'est pas le vôtre.",
  "document-locked": "Ce texte est verrouillé : il ne peut plus être changé.",
  "too-many-mails":
    "Beaucoup de courriels ont été demandés pour cette adresse. Ouvrez le lien du dernier reçu : il marche sur n'importe quel appareil. Vous pourrez en demander un autre dans trois minutes.",
  "claims-over":
    "Beaucoup de codes ont été demandés pour confirmer cette adresse. Tapez celui du dernier courriel reçu, ou recommencez demain.",
  "code-not-six-digits": "Le code a six chiffres : recopiez-les tous.",
  "code-wrong": "Ce n'est pas le bon code. Vérifiez les chiffres du dernier courriel reçu. Essais restants : {{left}}.",
  "code-expired": "Ce code ne sert plus : il était valable dix minutes. Demandez-en un nouveau.",
  "code-used": "Ce code a déjà servi. Demandez-en un nouveau.",
  "code-tries-over": "Cinq essais n'ont pas été les bons : ce code ne sert plus. Demandez-en un nouveau.",
  "too-many-tries": "Trop d'essais. Attendez une minute, puis recommencez.",
  "address-proven": "Votre adresse est déjà confirmée.",
  "choose-who": "Dites qui vous êtes.",
  "sign-in-over": "Cette connexion est terminée. Connectez-vous à nouveau.",
  "mail-link-used": "Ce lien a déjà servi, ou le code du même courriel. Demandez-en un autre.",
  "link-unknown": "Ce lien n'est pas complet, ou il n'existe pas. Recopiez l'adresse entière.",
  "link-used": "Ce lien a déjà servi. Demandez-en un nouveau à la personne qui vous l'a envoyé.",
  "link-expired": "Ce lien ne sert plus : sa date est passée. Demandez-en un nouveau.",
  "link-revoked": "Ce lien a été annulé. Demandez-en un nouveau à la personne qui vous l'a envoyé.",
  "card-code-wrong": "Ce code n'est pas celui d'une carte. Recopiez les signes imprimés sous votre nom.",
  "card-revoked": "Cette carte a été remplacée par une autre. Prenez la plus récente, ou demandez-en une nouvelle.",
  "nobody-chosen": "Choisissez au moins une personne.",
  "last-organiser":
    "C'est la dernière personne qui organise cette assemblée. Invitez-en une autre avant de retirer celle-ci.",
  "outbox-key-needed":
    "La boîte d'envoi s'ouvre avec l'adresse écrite dans le terminal où ce serveur a été démarré (la ligne « Outbox »). Une fois ouverte, ce navigateur s'en souvient.",
} as const;
