/** The fallback (`unknown`), the shape of input, and what holds for every form. */
export const kernelRefusals = {
  unknown: "This could not be done. If it goes on, give this word to the team: {{code}}.",
  "field-required": "An answer is missing here.",
  "text-too-short": "This is too short: at least {{min}} characters are needed.",
  "text-too-long": "This is too long: {{max}} characters at most.",
  "number-invalid": "A number is needed here.",
  "number-too-small": "This is too small: {{min}} at least.",
  "number-too-large": "This is too large: {{max}} at most.",
  "choice-invalid": "Choose one of the answers offered.",
  "email-invalid": "This does not look like an e-mail address.",
  "url-invalid": "This address must begin with https://.",
  "date-invalid": "This date does not exist or is incomplete.",
  "file-required": "Choose a file.",
  "file-too-large": "This file is too large.",
  "form-invalid": "What was sent is incomplete. Reload the page, then try again.",
  "changed-meanwhile":
    "Somebody has just changed this. See where things stand, then try again; what you wrote is still there.",
  "page-too-old": "This page is out of date. Reload it to see where things stand, then try again.",
  "command-too-old":
    "This page was opened more than three months ago. Reload it to see where things stand, then send this again.",
  "storage-busy": "Saving did not work just now. Try again in a moment.",
  "storage-full": "The server has no room left to save. Nothing saved before is lost; tell the team, then try again.",
  "fault-of-ours":
    "Something broke on our side; it is not your doing. Reload the page to see where things stand; if it goes on, tell the team.",
  "not-found": "This does not exist, or no longer.",
  "too-long": "This is too long: {{max}} characters at most.",
  "text-unreadable": "A character of this text cannot be saved. Delete the text and type it again.",
  "body-too-large":
    "This is longer than what can be sent from here: {{kilobytes}} kB at most. Go back, shorten it, then send it again.",
  "form-too-many-fields": "This form has too many fields: {{most}} at most.",
  "form-broken": "This form arrived damaged. Go back, reload the page, then send it again.",
  "not-understood": "This answer was not understood.",
} as const;
