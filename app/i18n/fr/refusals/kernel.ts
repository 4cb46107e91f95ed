/** The fallback (`unknown`), the shape of input, and what holds for every form. */
export const kernelRefusals = {
  unknown: "Cela n'a pas pu être fait. Si cela continue, donnez ce mot à l'équipe : {{code}}.",
  "field-required": "Il manque une réponse ici.",
  "text-too-short": "C'est trop court : il faut au moins {{min}} caractères.",
  "text-too-long": "C'est trop long : {{max}} caractères au plus.",
  "number-invalid": "Il faut un nombre ici.",
  "number-too-small": "C'est trop petit : {{min}} au moins.",
  "number-too-large": "C'est trop grand : {{max}} au plus.",
  "choice-invalid": "Choisissez une des réponses proposées.",
  "email-invalid": "Cette adresse ne ressemble pas à une adresse de courriel.",
  "url-invalid": "Cette adresse doit commencer par https://.",
  "date-invalid": "Cette date n'existe pas ou est incomplète.",
  "file-required": "Choisissez un fichier.",
  "file-too-large": "Ce fichier est trop grand.",
  "form-invalid": "Ce qui a été envoyé est incomplet. Rechargez la page, puis recommencez.",
  "changed-meanwhile":
    "Quelqu'un vient de changer cela. Voyez où les choses en sont, puis recommencez ; ce que vous avez écrit est encore là.",
  "page-too-old": "Cette page n'est plus à jour. Rechargez-la pour voir où les choses en sont, puis recommencez.",
  "command-too-old":
    "Cette page est ouverte depuis plus de trois mois. Rechargez-la pour voir où les choses en sont, puis envoyez à nouveau.",
  "storage-busy": "L'enregistrement n'a pas pu se faire pour le moment. Réessayez dans un instant.",
  "storage-full":
    "Le serveur n'a plus de place pour enregistrer. Rien n'a été perdu de ce qui l'était déjà ; prévenez l'équipe, puis recommencez.",
  "fault-of-ours":
    "Quelque chose s'est cassé de notre côté ; vous n'y êtes pour rien. Rechargez la page pour voir où les choses en sont ; si cela continue, prévenez l'équipe.",
  "not-found": "Cela n'existe pas, ou plus.",
  "too-long": "C'est trop long : {{max}} caractères au plus.",
  "text-unreadable": "Un signe de ce texte ne peut pas être enregistré. Effacez le texte et tapez-le à nouveau.",
  "body-too-large":
    "C'est plus long que ce qui peut être envoyé d'ici : {{kilobytes}} ko au plus. Revenez en arrière, raccourcissez, puis envoyez à nouveau.",
  "form-too-many-fields": "Ce formulaire a trop de champs : {{most}} au plus.",
  "form-broken": "Ce formulaire est arrivé abîmé. Revenez en arrière, rechargez la page, puis envoyez-le à nouveau.",
  "not-understood": "Cette réponse n'a pas été comprise.",
} as const;
