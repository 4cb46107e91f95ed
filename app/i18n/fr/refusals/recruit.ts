export const recruitRefusals = {
  "file-is-spreadsheet":
    "C'est un classeur (Excel ou LibreOffice). Ouvrez-le, choisissez « Enregistrer sous » puis « CSV UTF-8 », et envoyez ce fichier-là.",
  "file-not-text": "Ce n'est pas un fichier de texte. Il faut un fichier CSV.",
  "file-not-utf-eight":
    "Les accents de ce fichier ne peuvent pas être lus. Enregistrez-le à nouveau en choisissant « CSV UTF-8 ».",
  "file-quotes-open":
    "Ligne {{row}}, colonne {{column}} : des guillemets s'ouvrent et ne se referment jamais. Corrigez cette cellule, ou enregistrez le fichier à nouveau.",
  "file-without-rows": "Ce fichier n'a aucune ligne sous la première.",
  "file-too-many-rows":
    "Ce fichier a trop de lignes : {{most}} au plus sous la première, lignes vides comprises. Supprimez celles qui ne servent pas.",
  "file-too-many-columns":
    "La ligne {{row}} a plus de {{most}} colonnes. Gardez seulement celles dont le tirage a besoin, puis envoyez le fichier à nouveau.",
  "file-cell-too-long":
    "Ligne {{row}}, colonne {{column}} : cette cellule a plus de {{most}} signes. Raccourcissez-la ; il y manque peut-être des guillemets fermants.",
  "file-row-too-long":
    "La ligne {{row}} est trop longue : {{most}} signes au plus. Gardez seulement les colonnes utiles.",
  "file-too-many-cells":
    "Ce fichier a trop de cellules : {{most}} au plus. Gardez seulement les colonnes dont le tirage a besoin.",
  "column-name-too-long":
    "Ligne 1, colonne {{column}} : ce nom de colonne a plus de {{most}} signes. Donnez-lui un nom plus court.",
  "too-many-features": "{{most}} colonnes au plus peuvent être des critères du tirage. Laissez les autres de côté.",
  "too-many-quotas": "{{most}} quotas au plus. Gardez moins de critères, ou regroupez des valeurs.",
  "header-missing": "La première ligne doit nommer les colonnes, au moins deux.",
  "column-doubled": "Deux colonnes portent le nom « {{column}} » (la {{first}} et la {{second}}). Renommez-en une.",
  "name-column-missing": "Dites quelle colonne contient le nom.",
  "feature-column-missing": "Dites quelle colonne est un critère du tirage, au moins une.",
  "column-meaning-doubled": "Une autre colonne a déjà ce sens ; il ne peut y en avoir qu'une.",
  "pool-file-replaced":
    "Quelqu'un d'autre a envoyé un autre fichier entre-temps. Voici ses colonnes : dites ce que contient chacune, ou revenez aux volontaires.",
  "pool-file-missing": "Le fichier n'est plus là. Envoyez-le à nouveau.",
  "pool-file-unread": "Les quotas ont changé depuis la vérification du fichier. Faites-le vérifier à nouveau.",
  "pool-file-not-clean_one": "Une cellule du fichier est à corriger.",
  "pool-file-not-clean_other": "{{count}} cellules du fichier sont à corriger.",
  "pool-replace-unconfirmed": "Cochez cette case pour remplacer les personnes déjà importées.",
  "pool-already-drawn": "Le tirage a eu lieu : ni les volontaires ni les quotas ne changent plus.",
  "import-under-way": "Un import est en cours. Attendez qu'il soit fini.",
  "draw-under-way": "Un tirage est en cours. Attendez qu'il soit fini.",
  "draw-over": "Ce tirage est déjà terminé.",
  "kept-draw-gone": "Ce résultat n'est plus là : il a déjà servi, ou un autre tirage a été lancé.",
  "kept-draw-outdated":
    "Les volontaires, les quotas, les sièges ou les réponses ont changé depuis : ce résultat ne vaut plus. Relancez le tirage.",
  "kept-draw-unfair":
    "Le calcul a été arrêté trop tôt : cette liste n'est pas encore un tirage équitable. Relancez le tirage et laissez-le aller plus loin.",
  "draw-reason-missing": "Écrivez pourquoi : un second tirage ne se fait pas sans raison.",
  "no-pool": "Importez d'abord les volontaires.",
  "undrawn-deleted": "Les volontaires non tirés sont supprimés : personne d'autre ne peut être tiré.",
  "not-drawn-yet": "Le tirage n'a pas encore eu lieu.",
  "invitations-already-sent":
    "Des invitations sont déjà parties : le groupe ne se tire plus à nouveau, les sièges libres se remplacent.",
  "nothing-vacant": "Aucun siège n'est libre.",
  "quota-nobody": "{{feature}} : aucun volontaire n'est « {{value}} ».",
  "value-without-quota": "{{feature}} : « {{value}} » ({{people}} volontaires) n'a pas de quota.",
  "feature-not-in-pool": "« {{feature}} » n'est pas un critère des volontaires importés.",
  "proposal-outdated":
    "Les quotas, les volontaires ou les réponses ont changé depuis cette proposition : rien n'a été changé. Regardez ce qui est proposé maintenant, ou relancez le tirage.",
  "alternates-out-of-range": "On peut tirer entre 1 et {{most}} suppléants.",
  "share-invalid": "Il faut une part entre 0 et 100.",
  "deadline-past": "Cette date est déjà passée.",
  "nobody-to-invite": "Personne n'attend cet envoi.",
  "nobody-overdue": "Aucune réponse n'est en retard.",
  "invitation-replaced": "Quelqu'un d'autre a été tiré pour ce siège entre-temps. Merci d'avoir voulu participer.",
  "invitation-withdrawn": "Cette personne s'est retirée de l'assemblée.",
  "invitation-over": "La date pour répondre est passée. Appelez le contact : il est peut-être encore temps.",
  "invitation-not-accepted": "Cette invitation n'a pas été acceptée.",
  "invitation-code-wrong": "Ce code n'est pas celui d'une invitation. Recopiez les signes de la lettre.",
  "invitation-answered": "Cette personne a déjà répondu, ou sa place est close : il n'y a plus rien à lui envoyer.",
  "no-mail-server": "Aucun serveur de courriel n'est réglé : rien ne peut partir.",
  "nothing-kept": "Aucun ancien courriel n'attend plus.",
  "withdraw-instead": "L'invitation est déjà acceptée. Pour ne plus participer, il faut se retirer.",
} as const;
