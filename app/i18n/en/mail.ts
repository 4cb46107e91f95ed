export const mail = {
  hello: "Hello,",
  helloName: "Hello {{name}},",
  signIn: {
    subject: "{{code}}: your sign-in code",
    code: "Your sign-in code is: {{code}}",
    link: "You can also open this link, then confirm:",
    subjectAlone: "Your sign-in link",
    linkAlone:
      "To sign in, open this link on the device of your choice, then confirm. This message has no code: many have been asked for your address and not used.",
    lifeAlone_one: "The link works once, for {{count}} minute.",
    lifeAlone_other: "The link works once, for {{count}} minutes.",
    life_one: "The code and the link work once, for {{count}} minute.",
    life_other: "The code and the link work once, for {{count}} minutes.",
    notYou:
      "If you did not ask for this, leave this message aside: nobody can sign in without it. Never give this code away, not even to the team.",
  },
  address: {
    subject: "{{code}}: confirm your address",
    code: "To confirm that this address is yours, type this code on the page that asks for it: {{code}}",
    life_one: "It works once, for {{count}} minute.",
    life_other: "It works once, for {{count}} minutes.",
    notYou:
      "If you asked for nothing, somebody has probably mistyped their address: ignore this message. Never give this code to anybody, not even the team.",
  },
  team: {
    subject: "Join the team: {{assembly}}",
    invited: "{{inviter}} invites you to the team of the assembly “{{assembly}}”. Your role: {{role}}.",
    link: "To accept, open this link. Nothing happens until you confirm:",
    life: "This link is for you alone. It works once, until {{date}}.",
    notYou: "If this message is not for you, leave it aside.",
  },
  invitation: {
    subject: "You have been drawn by lot: {{assembly}}",
    drawn: "{{organisation}} invites you to the assembly “{{assembly}}”. You have been drawn by lot.",
    question: "The question put to it: {{question}}",
    link: "To say yes or no, open this link before {{date}}:",
    free: "You are free to decline, without giving a reason. Your answer, whatever it is, helps us.",
    help: "A question? {{name}} will answer:",
  },
} as const;
