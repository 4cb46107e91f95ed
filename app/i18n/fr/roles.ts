export const roles = {
  member: "Membre",
  facilitator: "Animation",
  "co-facilitator": "Co-animation",
  "technical-assistant": "Assistance technique",
  expert: "Experte ou expert",
  observer: "Observation",
  guarantor: "Garante ou garant",
  scrutineer: "Scrutatrice ou scrutateur",
  organiser: "Organisation",
} as const;
