export const authRefusals = {
  "sign-in-needed": "Sign in first, then try again.",
  "not-a-participant": "You do not take part in this assembly.",
  "role-not-permitted": "Your role does not allow this.",
  "phase-not-open": "This is not the moment: it belongs to another phase of the assembly.",
  "not-your-group": "This group is not yours.",
  "document-locked": "This text is locked: it can no longer be changed.",
  "assembly-unknown": "This assembly does not exist, or you do not take part in it.",
  "link-unknown": "This link is not complete. Open the whole of it from your message.",
  "link-used": "This link has already been used. Ask for a new one.",
  "link-expired": "The date of this link has passed. Ask for a new one.",
  "link-revoked": "The team has withdrawn this link. Ask for a new one.",
  "too-many-tries": "There were too many attempts. Wait a little, then try again.",
} as const;
