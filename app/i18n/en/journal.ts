export const journal = {
  title: "Journal",
  text: "Everything that was done in this assembly, by whom and when. Nothing is erased. A vote leaves a trace in it, never its content.",
  none: "Nothing like this in the journal",
  noneText: "Widen the search: remove a filter or change the dates.",
  filter: "Search the journal",
  action: "What",
  person: "Who",
  all: "Everything",
  everybody: "Everybody",
  from: "Since",
  until: "Until",
  search: "Search",
  clear: "See everything again",
  pages: "Pages of the journal",
  newer: "Newer",
  older: "Older",
  page: "Page {{page}}",
  recorded: "What is recorded",
  code: "Action",
  subject: "Subject",
  who: {
    forgotten: "Somebody whose data was erased",
    visitor: "Somebody without sign-in",
    system: "The installation",
  },
  /** What was done, after a name: keys are the actions of the journal. */
  did: {
    assembly: {
      create: "created the assembly",
      edit: "changed the settings",
    },
    organisation: {
      create: "created the organisation",
      edit: "changed the texts of the organisation",
    },
    organiser: {
      add: "added an organiser",
    },
    installation: {
      "set-up": "set up the installation",
    },
    phase: {
      advance: "opened a new phase",
      close: "ended a phase",
      undo: "undid a change of phase",
    },
    itinerary: {
      edit: "changed the phases of the calendar",
    },
    session: {
      add: "added a session",
      edit: "changed a session",
      remove: "removed a session",
      start: "started a session",
      close: "closed a session",
    },
    agenda: {
      edit: "changed an agenda",
      step: "moved to another item of the agenda",
    },
    item: {
      extend: "extended an item of the agenda",
    },
    group: {
      extend: "gave a group more time",
    },
    groups: {
      split: "split the room into groups",
      "call-back": "called the groups back",
      "undo-call-back": "sent everybody back to their groups",
    },
    facilitator: {
      assign: "gave a group a facilitator",
    },
    member: {
      place: "placed somebody in a group",
      move: "moved somebody to another group",
    },
    turn: {
      ask: "asked to speak",
      give: "gave the floor",
      end: "ended a turn",
      withdraw: "withdrew a request to speak",
    },
    idea: {
      keep: "kept an idea",
      drop: "dropped an idea",
    },
    help: {
      call: "called for help",
      answer: "answered a call for help",
      close: "settled a call for help",
    },
    pool: {
      upload: "uploaded a file of volunteers",
      "discard-upload": "discarded a file of volunteers",
      import: "imported the volunteers",
      "plan-deletion": "set the date on which the undrawn are deleted",
      delete: "deleted the volunteers who were not drawn",
    },
    quota: {
      edit: "changed the quotas",
      relax: "loosened quotas as a proposal said",
    },
    draw: {
      make: "started a draw",
      replace: "started a draw of replacements",
      settle: "recorded the result of a draw",
      forecast: "had the quotas measured before the draw",
      stop: "stopped a draw under way",
    },
    invitation: {
      send: "sent invitations",
      resend: "sent an invitation again",
      print: "printed letters of invitation",
      answer: "answered an invitation",
      record: "recorded an answer given by phone",
      withdraw: "withdrew a participation",
      withdrawn: "gave up a seat",
      close: "closed invitations without an answer",
    },
    team: {
      invite: "invited somebody to the team",
      resend: "sent an invitation to the team again",
      "accept-link": "joined the team",
      remove: "removed somebody from the team",
      "revoke-link": "revoked a team link",
    },
    mail: {
      refused: "could not deliver a mail",
      "send-kept": "let old mails leave",
      "drop-kept": "gave old mails up",
    },
    card: {
      print: "printed sign-in cards",
    },
    device: {
      expire: "a device's sign-in came to its end",
      prove: "confirmed who they are on a device",
      "sign-in-at-desk": "signed somebody in at the desk",
    },
    "device-check": {
      make: "made a device check",
    },
    material: {
      add: "added a material",
      change: "changed a material",
      "mark-read": "read or watched a material",
      "mark-unread": "marked a material as not read",
    },
    task: {
      add: "added a task",
      change: "changed a task",
      answer: "answered a task",
    },
    step: {
      move: "moved a material or a task",
      remove: "removed a material or a task",
    },
    question: {
      ask: "asked a question",
      answer: "answered a question",
      support: "supported a question",
      "support-back": "took back support for a question",
    },
    recommendation: {
      start: "started a recommendation",
      "edit-fields": "changed the fields of a recommendation",
      "add-author": "added an author",
      "link-idea": "linked an idea to a recommendation",
      "unlink-idea": "unlinked an idea from a recommendation",
      lock: "locked a recommendation",
      unlock: "unlocked a recommendation",
    },
    vote: {
      prepare: "prepared a vote",
      open: "opened a vote",
      cast: "voted",
      close: "closed a vote",
    },
    response: {
      record: "recorded an answer of the authority",
    },
    site: {
      open: "opened the public site",
      close: "closed the public site",
    },
    name: {
      consent: "decided whether their name is public",
    },
  },
} as const;
