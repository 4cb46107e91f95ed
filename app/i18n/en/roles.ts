export const roles = {
  member: "Member",
  facilitator: "Facilitator",
  "co-facilitator": "Co-facilitator",
  "technical-assistant": "Technical assistant",
  expert: "Expert",
  observer: "Observer",
  guarantor: "Guarantor",
  scrutineer: "Scrutineer",
  organiser: "Organiser",
} as const;
