export const authRefusals = {
  "sign-in-needed": "Sign in first, then try again.",
  "not-a-participant": "You do not take part in this assembly.",
  "role-not-permitted": "Your role does not allow this.",
  "phase-not-open": "This is not the moment: it belongs to another phase of the assembly.",
  "not-your-group": "This group is not yours.",
  "document-locked": "This text is locked: it can no longer be changed.",
} as const;
