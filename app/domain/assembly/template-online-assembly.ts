import type { Template } from "./template-shape";

const welcome = { fr: "Accueil", en: "Welcome" };
const pause = { mode: "pause", minutes: 10, title: { fr: "Pause", en: "Break" }, prompt: {} } as const;
const closing = { fr: "Mot de la fin", en: "Closing words" };

/** Fifty people drawn by lot in a town or a region, six evenings and Saturdays online over three months. */
export const onlineAssembly: Template = {
  seats: 50,
  groupSize: 8,
  phases: [
    { kind: "preparation", startDay: 0, days: 28 },
    { kind: "recruitment", startDay: 28, days: 42 },
    { kind: "skills", startDay: 63, days: 14 },
    { kind: "learning", startDay: 77, days: 28 },
    { kind: "deliberation", startDay: 105, days: 21 },
    { kind: "drafting", startDay: 126, days: 14 },
    { kind: "decision", startDay: 140, days: 10 },
    { kind: "publication", startDay: 150, days: 28 },
    { kind: "follow-up", startDay: 178, days: 365 },
  ],
  sessions: [
    {
      day: 66,
      startsAt: "18:30",
      place: "online",
      title: { fr: "Faire connaissance", en: "Getting to know each other" },
      items: [
        { mode: "plenary", minutes: 20, title: welcome, prompt: {} },
        {
          mode: "groups",
          minutes: 30,
          title: { fr: "Tour de table", en: "Round of introductions" },
          prompt: {
            fr: "Qui êtes-vous, et qu’est-ce qui vous a fait dire oui ?",
            en: "Who are you, and what made you say yes?",
          },
        },
        {
          mode: "plenary",
          minutes: 25,
          title: { fr: "Comment nous allons travailler", en: "How we will work" },
          prompt: {},
        },
        { mode: "plenary", minutes: 5, title: closing, prompt: {} },
      ],
    },
    {
      day: 82,
      startsAt: "09:30",
      place: "online",
      title: { fr: "Comprendre la question", en: "Understanding the question" },
      items: [
        { mode: "plenary", minutes: 10, title: welcome, prompt: {} },
        { mode: "plenary", minutes: 25, title: { fr: "Deux exposés", en: "Two talks" }, prompt: {} },
        {
          mode: "groups",
          minutes: 35,
          title: { fr: "Ce qui nous étonne", en: "What surprises us" },
          prompt: {
            fr: "Qu’avez-vous appris que vous ne saviez pas ? Que voulez-vous demander aux expertes et aux experts ?",
            en: "What did you learn that you did not know? What do you want to ask the experts?",
          },
        },
        pause,
        {
          mode: "plenary",
          minutes: 40,
          title: { fr: "Questions aux expertes et aux experts", en: "Questions to the experts" },
          prompt: {},
        },
      ],
    },
    {
      day: 96,
      startsAt: "09:30",
      place: "online",
      title: { fr: "Entendre celles et ceux que cela concerne", en: "Hearing those concerned" },
      items: [
        { mode: "plenary", minutes: 10, title: welcome, prompt: {} },
        { mode: "plenary", minutes: 45, title: { fr: "Trois témoignages", en: "Three testimonies" }, prompt: {} },
        pause,
        {
          mode: "groups",
          minutes: 40,
          title: { fr: "Ce que nous retenons", en: "What we keep" },
          prompt: {
            fr: "Qu’est-ce qui compte le plus à vos yeux, et pour qui ?",
            en: "What matters most to you, and for whom?",
          },
        },
        { mode: "plenary", minutes: 15, title: closing, prompt: {} },
      ],
    },
    {
      day: 110,
      startsAt: "09:30",
      place: "online",
      title: { fr: "Chercher des réponses", en: "Looking for answers" },
      items: [
        { mode: "plenary", minutes: 10, title: welcome, prompt: {} },
        {
          mode: "groups",
          minutes: 50,
          title: { fr: "Des idées", en: "Ideas" },
          prompt: {
            fr: "Que pourrait-on faire ? Gardez chaque idée, même à moitié faite.",
            en: "What could be done? Keep every idea, even half-made ones.",
          },
        },
        pause,
        {
          mode: "plenary",
          minutes: 30,
          title: { fr: "Ce que les groupes ont trouvé", en: "What the groups found" },
          prompt: {},
        },
        {
          mode: "groups",
          minutes: 40,
          title: { fr: "Le pour et le contre", en: "For and against" },
          prompt: {
            fr: "Pour chaque idée : qui y gagne, qui y perd, que faudrait-il pour qu’elle tienne ?",
            en: "For each idea: who gains, who loses, what would it take for it to hold?",
          },
        },
      ],
    },
    {
      day: 131,
      startsAt: "09:30",
      place: "online",
      title: { fr: "Écrire les recommandations", en: "Writing the recommendations" },
      items: [
        { mode: "plenary", minutes: 10, title: welcome, prompt: {} },
        {
          mode: "groups",
          minutes: 75,
          title: { fr: "Rédaction", en: "Drafting" },
          prompt: {
            fr: "Qui doit faire quoi, pourquoi, et à quel prix ?",
            en: "Who should do what, why, and at what cost?",
          },
        },
        pause,
        { mode: "plenary", minutes: 45, title: { fr: "Lecture croisée", en: "Reading each other" }, prompt: {} },
      ],
    },
    {
      day: 145,
      startsAt: "10:00",
      place: "online",
      title: { fr: "Décider", en: "Deciding" },
      items: [
        { mode: "plenary", minutes: 10, title: welcome, prompt: {} },
        {
          mode: "plenary",
          minutes: 40,
          title: { fr: "Présentation des recommandations", en: "The recommendations presented" },
          prompt: {},
        },
        { mode: "plenary", minutes: 20, title: { fr: "Vote", en: "Vote" }, prompt: {} },
        {
          mode: "plenary",
          minutes: 20,
          title: { fr: "Résultats et remise", en: "Results and handing over" },
          prompt: {},
        },
      ],
    },
  ],
};
