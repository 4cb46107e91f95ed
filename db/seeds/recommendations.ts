import type { ResponseState } from "~/app/domain/follow-up/response-state";
import type { Choice } from "~/app/domain/voting/show-of-hands";

/** A recommendation of the demonstration: what its group wrote, how the hands went, what the authority answered. */
export interface DemoRecommendation {
  readonly title: string;
  readonly action: readonly string[];
  readonly reasons: readonly string[];
  readonly tradeOffs: readonly string[];
  readonly addressee: string;
  readonly cost: string;
  /** Of every sixteen members, what the first of them choose; the rest is for. */
  readonly hands: readonly Choice[];
  readonly answer: { readonly state: ResponseState; readonly fr: string; readonly en: string } | null;
}

export const demoRecommendations: readonly DemoRecommendation[] = [
  {
    title: "Un fonds de garantie tenu par l’université",
    action: [
      "L’université se porte garante de toute personne admise qui n’a pas de garant, dès l’admission et jusqu’à la fin des études.",
    ],
    reasons: [
      "La caution et l’absence de garant écartent d’abord ceux qui viennent de loin, ou dont les parents n’ont pas de contrat stable.",
    ],
    tradeOffs: ["Le risque passe au budget de l’université : nous demandons un plafond par personne."],
    addressee: "Conseil d’administration de l’université ; Crous",
    cost: "Environ 120 000 € par an, d’après le fonds de l’université voisine",
    hands: ["against", "against", "blank"],
    answer: {
      state: "accepted-in-part",
      fr: "Le fonds ouvrira à la rentrée pour les boursiers ; il sera étendu après un bilan d’un an.",
      en: "The fund will open next term for grant holders; it will be extended after a review in one year.",
    },
  },
  {
    title: "Des bus du soir jusqu’à minuit entre les trois campus",
    action: ["La ligne qui relie les campus circule jusqu’à minuit, les jours de cours, toutes les demi-heures."],
    reasons: ["Les derniers bus partent avant la fin des cours du soir : on loue plus cher pour habiter à côté."],
    tradeOffs: ["Les passages du milieu de matinée seraient un peu moins fréquents."],
    addressee: "Communauté d’agglomération ; université",
    cost: "Deux conducteurs de plus par soir",
    hands: ["against"],
    answer: {
      state: "accepted",
      fr: "Expérimentation dès janvier, votée par l’agglomération.",
      en: "A trial from January, voted by the agglomeration.",
    },
  },
  {
    title: "Rénover les logements vides du campus Nord",
    action: ["L’université demande à l’État la gestion des 64 logements vides et les rénove en trois ans."],
    reasons: ["Rénover coûte moins cher que construire, et ces bâtiments sont déjà là."],
    tradeOffs: ["L’amphithéâtre Est attendrait deux ans de plus."],
    addressee: "Présidence de l’université ; rectorat",
    cost: "3,8 millions d’euros sur trois ans",
    hands: ["against", "against", "against", "against", "blank"],
    answer: {
      state: "under-study",
      fr: "Une étude de l’isolation est commandée ; réponse au printemps.",
      en: "A study of the insulation is ordered; answer in spring.",
    },
  },
  {
    title: "Loger chez une personne âgée, avec quelqu’un à appeler",
    action: [
      "Un service met en relation personnes âgées et étudiants, signe la convention avec eux et répond en cas de désaccord.",
    ],
    reasons: ["L’idée est bonne et mal connue ; ce qui manque est quelqu’un entre les deux."],
    tradeOffs: [],
    addressee: "Centre communal d’action sociale",
    cost: "Un demi-poste",
    hands: ["blank"],
    answer: {
      state: "accepted",
      fr: "Un demi-poste est ouvert au centre d’action sociale.",
      en: "Half a position opens at the social centre.",
    },
  },
  {
    title: "Une visite gratuite avant de signer un bail",
    action: ["Un conseiller visite avec l’étudiant, lit le diagnostic d’énergie et les charges avec lui."],
    reasons: ["Les charges doublent en hiver et personne ne sait lire un diagnostic."],
    tradeOffs: ["Les permanences de l’après-midi seraient réduites."],
    addressee: "Agence d’information sur le logement",
    cost: "Une vacation par semaine",
    hands: ["against", "against", "against", "against", "against", "against", "against", "against", "against", "blank"],
    answer: null,
  },
  {
    title: "Trente lits d’accueil pour les six premières semaines",
    action: ["De fin août à mi-octobre, trente lits accueillent celles et ceux qui n’ont encore rien trouvé."],
    reasons: ["On ne commence pas des études sur un canapé."],
    tradeOffs: ["Les chambres de passage des chercheurs invités seraient prises ces semaines-là."],
    addressee: "Crous",
    cost: "45 000 € par an",
    hands: ["against", "blank"],
    answer: {
      state: "accepted",
      fr: "Trente lits à la résidence des Carmes dès cette année.",
      en: "Thirty beds at the Carmes residence from this year.",
    },
  },
];
