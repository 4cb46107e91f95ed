export const phases = {
  preparation: "Préparer",
  recruitment: "Tirer au sort",
  skills: "Se former",
  learning: "Apprendre",
  deliberation: "Délibérer",
  drafting: "Rédiger",
  decision: "Décider",
  publication: "Publier",
  "follow-up": "Suivre",
  state: { past: "terminée", current: "en cours", coming: "à venir" },
} as const;
