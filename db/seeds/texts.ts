import type { AssemblySettings } from "~/app/domain/assembly/settings";
import type { MaterialDraft } from "~/app/domain/learning/material";
import type { TaskDraft } from "~/app/domain/learning/task";

export const conventionSettings: AssemblySettings = {
  title: { fr: "Convention étudiante sur le logement", en: "Student convention on housing" },
  question: {
    fr: "Comment permettre à chacune et chacun de se loger dignement pendant ses études ?",
    en: "How can everyone be decently housed while they study?",
  },
  languages: ["fr", "en"],
  timeZone: "Europe/Paris",
  seats: 48,
  groupSize: 8,
  authorityName: { fr: "La présidence de l’université de Valmont", en: "The presidency of the University of Valmont" },
  commitment: {
    fr: "La présidence répondra par écrit à chaque recommandation dans les six semaines, devant les membres, et dira chaque année où elles en sont.",
    en: "The presidency will answer every recommendation in writing within six weeks, before the members, and will say each year where they stand.",
  },
  contactName: "Claire Fontaine",
  contactPhone: "03 00 12 34 56",
  contactEmail: "convention@univ.example.org",
  notesReaders: "members",
};

export const organisationTexts = {
  name: "Université de Valmont",
  legalNotice: {
    fr: "Université de Valmont, 1 place des Carmes, 00000 Valmont. Directrice de la publication : la présidente de l’université. Université imaginaire, pour la démonstration.",
    en: "University of Valmont, 1 place des Carmes, 00000 Valmont. Publication director: the president of the university. An imaginary university, for the demonstration.",
  },
  privacy: {
    fr: "Vos données servent à tirer les membres au sort, à les réunir et à publier des effectifs. Celles des volontaires qui n’ont pas été tirés au sort sont effacées à une date annoncée. Vous pouvez les consulter, les corriger ou les faire effacer en écrivant au contact ci-dessous.",
    en: "Your data is used to draw the members by lot, to bring them together and to publish counts. That of volunteers who were not drawn is deleted on an announced date. You may see it, correct it or have it deleted by writing to the contact below.",
  },
};

export const skillsMaterials: readonly MaterialDraft[] = [
  {
    kind: "reading",
    title: { fr: "Parler en petit groupe", en: "Talking in a small group" },
    body: {
      fr: "## Trois habitudes qui changent tout\n\n- **Écouter jusqu’au bout** avant de répondre.\n- Dire *je* plutôt que *on* : votre expérience compte.\n- Demander « qu’est-ce qui te fait dire ça ? » quand vous n’êtes pas d’accord.\n\n> On peut changer d’avis. C’est même un peu pour cela qu’on est là.",
      en: "## Three habits that change everything\n\n- **Listen to the end** before you answer.\n- Say *I* rather than *people*: your experience counts.\n- Ask “what makes you say that?” when you disagree.\n\n> You may change your mind. That is partly why we are here.",
    },
    url: "",
    minutes: 5,
    public: true,
  },
];

export const learningMaterials: readonly MaterialDraft[] = [
  {
    kind: "reading",
    title: { fr: "Qui paie le logement étudiant ?", en: "Who pays for student housing?" },
    body: {
      fr: "Un étudiant sur trois vit chez ses parents, un sur dix dans une résidence universitaire. Les autres louent.\n\n## Ce que cela coûte\n\n1. Le loyer : la moitié du budget, en moyenne.\n2. Le dépôt de garantie : un à deux mois d’avance.\n3. Le garant : sans lui, beaucoup de dossiers ne sont pas lus.\n\n## Qui décide\n\nLe Crous gère les résidences, la ville les terrains, l’université ses propres logements et son fonds d’aide.",
      en: "One student in three lives with their parents, one in ten in a university residence. The others rent.\n\n## What it costs\n\n1. The rent: half of the budget, on average.\n2. The deposit: one or two months in advance.\n3. The guarantor: without one, many applications are not read.\n\n## Who decides\n\nThe Crous runs the residences, the city the land, the university its own housing and its aid fund.",
    },
    url: "",
    minutes: 8,
    public: true,
  },
  {
    kind: "pdf",
    title: { fr: "Chiffres du logement à Valmont", en: "Housing in Valmont in figures" },
    body: {
      fr: "Douze pages de tableaux, préparées par l’agence d’urbanisme.",
      en: "Twelve pages of tables by the planning agency.",
    },
    url: "https://www.example.org/logement-valmont.pdf",
    minutes: 10,
    public: true,
  },
];

export const learningTask: TaskDraft = {
  title: { fr: "Votre histoire de logement", en: "Your housing story" },
  prompt: {
    fr: "En deux ou trois phrases : comment avez-vous trouvé où vous loger, et qu’est-ce qui a été le plus difficile ?",
    en: "In two or three sentences: how did you find a place to live, and what was hardest?",
  },
  sharing: "group",
  minutes: 5,
};

export const answers: readonly string[] = [
  "Par une amie qui partait en stage. Le plus dur : trouver un garant en trois jours.",
  "Je fais une heure et quart de train matin et soir. J’ai cherché tout l’été.",
  "Une chambre chez une dame âgée. C’est calme, mais je ne peux inviter personne.",
  "En colocation à cinq. Le propriétaire garde une caution à chaque départ.",
  "Résidence universitaire, obtenue en septembre après deux mois sur un canapé.",
];

export const questions: readonly { readonly text: string; readonly answer: string | null }[] = [
  {
    text: "Pourquoi les logements vides du campus Nord ne sont-ils pas rénovés ?",
    answer:
      "Ils appartiennent à l’État : l’université peut demander à en avoir la gestion, et un dossier est ouvert depuis deux ans. Il manque le financement de l’isolation.",
  },
  { text: "Combien coûterait un garant tenu par l’université pour ceux qui n’en ont pas ?", answer: null },
  {
    text: "La ville peut-elle encadrer les loyers des petites surfaces ?",
    answer: "Seulement si l’État l’y autorise : elle doit en faire la demande, étude à l’appui.",
  },
];

export const groupNotes: readonly (readonly string[])[] = [
  [
    "Les garants : impossible sans parents en CDI.",
    "Visites à distance refusées quand on vient d’outre-mer.",
    "La caution représente deux mois de bourse.",
  ],
  ["Les trajets : une heure et quart, deux fois par jour.", "Les derniers bus partent avant la fin des cours du soir."],
  ["Logements vides sur le campus Nord.", "Rénover coûte moins que construire ?"],
  ["Loger avec une personne âgée : une bonne idée mal connue.", "Qui fait le lien en cas de désaccord ?"],
  ["Les charges d’énergie doublent en hiver.", "Personne ne sait lire un diagnostic."],
  ["Arriver en septembre sans logement.", "Un accueil d’urgence de quelques semaines."],
];

export const groupIdeas: readonly string[] = [
  "Un fonds de garantie tenu par l’université, ouvert dès l’admission.",
  "Des bus du soir jusqu’à minuit entre les trois campus.",
  "Reprendre la gestion des logements vides du campus Nord.",
  "Un service qui met en relation personnes âgées et étudiants, avec quelqu’un à appeler.",
  "Une visite gratuite par un conseiller avant de signer un bail.",
  "Trente lits d’accueil pour les six premières semaines.",
];
