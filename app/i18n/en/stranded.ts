/** What somebody wrote and could not be saved. */
export const stranded = {
  title: "Words that you wrote could not be saved",
  text: "Your lines stay here, for you alone, as long as this tab is open. Copy them, or hand them to somebody of the team.",
  marked: "The highlighted words are missing; the others are saved.",
  copy: "Copy",
  copied: "Copied. Paste it wherever you like.",
  notCopied: "The text is selected: copy it with your device's menu.",
  handOn: "Hand it on",
  mail: "Open a mail with these lines",
  forget: "I do not need it",
  forgetTitle: "Erase these lines?",
  forgetText: "They are saved nowhere else. Once erased, they do not come back.",
  forgetConfirm: "Yes, erase",
  why: {
    tooLarge: "The text has become too long to be saved.",
    malformed: "The server could not read what was sent.",
    numberTaken: "Another page has taken the place of this one.",
    unknown: "This text no longer exists.",
    notPermitted: "You may no longer write in this text.",
  },
} as const;
