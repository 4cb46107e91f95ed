import type { Template } from "./template-shape";

const welcome = { fr: "Accueil", en: "Welcome" };
const pause = { mode: "pause", minutes: 15, title: { fr: "Pause", en: "Break" }, prompt: {} } as const;
const lunch = { mode: "pause", minutes: 75, title: { fr: "Déjeuner", en: "Lunch" }, prompt: {} } as const;

/** A university's students, drawn by lot: an evening online to meet, three Saturdays on the campus or from home. */
export const studentConvention: Template = {
  seats: 48,
  groupSize: 8,
  phases: [
    { kind: "preparation", startDay: 0, days: 21 },
    { kind: "recruitment", startDay: 21, days: 28 },
    { kind: "skills", startDay: 42, days: 10 },
    { kind: "learning", startDay: 49, days: 14 },
    { kind: "deliberation", startDay: 63, days: 14 },
    { kind: "drafting", startDay: 77, days: 10 },
    { kind: "decision", startDay: 87, days: 8 },
    { kind: "publication", startDay: 95, days: 21 },
    { kind: "follow-up", startDay: 116, days: 730 },
  ],
  sessions: [
    {
      day: 45,
      startsAt: "18:30",
      place: "online",
      title: { fr: "Première rencontre", en: "First meeting" },
      items: [
        { mode: "plenary", minutes: 15, title: welcome, prompt: {} },
        {
          mode: "groups",
          minutes: 30,
          title: { fr: "Tour de table", en: "Round of introductions" },
          prompt: {
            fr: "D’où venez-vous, qu’étudiez-vous, et qu’attendez-vous de cette convention ?",
            en: "Where are you from, what do you study, and what do you expect from this convention?",
          },
        },
        { mode: "plenary", minutes: 20, title: { fr: "Règles du jeu", en: "Rules of the game" }, prompt: {} },
      ],
    },
    {
      day: 54,
      startsAt: "09:45",
      place: "both",
      title: { fr: "Comprendre", en: "Understanding" },
      items: [
        { mode: "plenary", minutes: 15, title: welcome, prompt: {} },
        { mode: "plenary", minutes: 12, title: { fr: "Exposé d’ouverture", en: "Opening talk" }, prompt: {} },
        {
          mode: "groups",
          minutes: 25,
          title: { fr: "Ce qui nous étonne", en: "What surprises us" },
          prompt: {
            fr: "Qu’est-ce qui vous étonne ? Que voulez-vous demander ?",
            en: "What surprises you? What do you want to ask?",
          },
        },
        pause,
        {
          mode: "plenary",
          minutes: 30,
          title: { fr: "Questions aux expertes", en: "Questions to the experts" },
          prompt: {},
        },
      ],
    },
    {
      day: 68,
      startsAt: "09:45",
      place: "both",
      title: { fr: "Délibérer", en: "Deliberating" },
      items: [
        { mode: "plenary", minutes: 15, title: welcome, prompt: {} },
        {
          mode: "groups",
          minutes: 60,
          title: { fr: "Des idées", en: "Ideas" },
          prompt: {
            fr: "Que faudrait-il changer ? Gardez chaque idée dans les notes.",
            en: "What should change? Keep every idea in the notes.",
          },
        },
        pause,
        { mode: "plenary", minutes: 30, title: { fr: "Mise en commun", en: "Sharing" }, prompt: {} },
        lunch,
        {
          mode: "groups",
          minutes: 60,
          title: { fr: "Peser les idées", en: "Weighing the ideas" },
          prompt: {
            fr: "Qui y gagne, qui y perd, combien cela coûte-t-il ?",
            en: "Who gains, who loses, what does it cost?",
          },
        },
      ],
    },
    {
      day: 82,
      startsAt: "09:45",
      place: "both",
      title: { fr: "Rédiger", en: "Drafting" },
      items: [
        { mode: "plenary", minutes: 15, title: welcome, prompt: {} },
        {
          mode: "groups",
          minutes: 90,
          title: { fr: "Écrire les recommandations", en: "Writing the recommendations" },
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
      day: 91,
      startsAt: "18:00",
      place: "both",
      title: { fr: "Décider", en: "Deciding" },
      items: [
        { mode: "plenary", minutes: 10, title: welcome, prompt: {} },
        { mode: "plenary", minutes: 40, title: { fr: "Les recommandations", en: "The recommendations" }, prompt: {} },
        { mode: "plenary", minutes: 20, title: { fr: "Vote", en: "Vote" }, prompt: {} },
        {
          mode: "plenary",
          minutes: 20,
          title: { fr: "Remise à la présidence", en: "Handing over to the presidency" },
          prompt: {},
        },
      ],
    },
  ],
};
