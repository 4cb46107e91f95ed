export const learnRefusals = {
  "step-title-missing": "A title is needed, in at least one language.",
  "reading-missing": "A text is needed in the language of the title.",
  "prompt-missing": "What is asked is needed in the language of the title.",
  "link-missing": "The address of the video or document is needed.",
  "step-minutes-wrong": "A whole number of minutes is needed, from 1 to {{max}}.",
  "phase-unknown": "This phase does not exist in this assembly. Choose another one.",
  "material-unknown": "This document does not exist, or no longer, or not yet.",
  "task-unknown": "This task does not exist, or no longer, or not yet.",
  "question-unknown": "This question does not exist.",
  "sharing-fixed": "People have already answered in private: their answers must stay so. Add a new task instead.",
  "sharing-changed":
    "Meanwhile the team has decided to share the answers. Reload the page to read who will see yours, then save it if you agree.",
  "answer-missing": "Write a few words first.",
  "own-question": "This is your question: you are counted already.",
  "place-not-yours": "Your place is elsewhere at the moment.",
  "network-lost":
    "The server is out of reach. Nothing is lost: what you wrote is still here. Send it again when the connection is back.",
} as const;
