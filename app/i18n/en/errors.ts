export const errors = {
  "400": {
    title: "This request is incomplete",
    text: "Something is missing in the address or in what was sent. Go back and try again: nothing was changed.",
  },
  "401": {
    title: "Please sign in first",
    text: "This page is for people who are signed in. Sign in, then come back here.",
  },
  "403": {
    title: "This page is not open to you",
    text: "Your role in the assembly does not give access to this page, or not yet. If that surprises you, ask the team that wrote to you.",
  },
  "404": { title: "This page does not exist", text: "The address may be incomplete, or the page has moved." },
  "409": {
    title: "Somebody has just changed this",
    text: "While you were looking at this page it was modified. Reload it to see where things stand.",
  },
  "410": {
    title: "This link no longer works",
    text: "It has already been used, or its date has passed. Ask for a new link: the old one can do no harm.",
  },
  "413": { title: "This is too long", text: "What was sent is too large to be read. Nothing was saved." },
  "429": {
    title: "A little patience",
    text: "There were too many attempts in a short time. Wait a minute, then try again.",
  },
  "500": {
    title: "Something broke on our side",
    text: "It is not your doing. What was saved stays saved. Try again in a moment; if it goes on, tell the team.",
  },
  "503": {
    title: "The service is busy",
    text: "It cannot save anything right now. What was saved stays saved. Try again in a moment.",
  },
  text: {
    title: "This text cannot be shown as usual",
    text: "Here are its words, without formatting. Nothing is lost. Tell the organising team: they can help you.",
    empty: "It holds no words.",
  },
  offline: { title: "The page did not arrive", text: "Your connection seems to be cut. Check it, then try again." },
  retry: "Try again",
  reload: "Reload the page",
  home: "Go to the home page",
  signIn: "Sign in",
  back: "Go back",
  reference: "Reference for the team: {{requestId}}",
} as const;
