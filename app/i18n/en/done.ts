/** What a form says when it was done and stays on its page; keys are the codes of FormDone and of `?done=`. */
export const done = {
  saved: "Saved.",
  sent: "Sent.",
  removed: "Removed.",
  "hands-raised": "Your choices are recorded.",
  "vote-opened": "The vote is open.",
  "vote-closed": "The vote is closed and counted.",
  "assembly-created": "The assembly is created. Here is what waits for you.",
  "phase-advanced": "The phase has changed, and everybody sees it.",
  "phase-undone": "The change of phase is undone.",
  "signed-out": "You are signed out of this device.",
  "device-signed-out": "The device is signed out.",
  "set-up": "All set. Welcome!",
  "link-revoked": "The link is cancelled.",
  "role-removed": "The role is removed.",
  "invited-by-mail": "The invitation has left by mail.",
  "link-made": "The link is ready.",
} as const;
