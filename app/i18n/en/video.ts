export const video = {
  state: {
    off: "Video is not set up here. Everything else works: speaking in turn, notes, votes.",
    connecting: "Opening video…",
    reconnecting: "Video is interrupted for a moment. It comes back by itself; the rest goes on.",
    refused: "The video of this place does not open for you at the moment. The rest works.",
    elsewhere: "Your video goes on in another window of this device.",
    unsupported: "Video could not start in this browser. Reload the page; the rest works.",
    comeHere: "Bring it back here",
    tryAgain: "Try again",
    soundBlocked: "Your browser waits for your consent before it lets you hear the others.",
    startSound: "Listen",
  },
  tile: { me: "You", heard: "is speaking now", muted: "microphone off", lost: "line lost" },
  stage: { nobody: "Whoever speaks will appear here." },
  dock: { microphone: "Microphone", camera: "Camera", devices: "Choose microphone, camera, sound" },
  turn: {
    closed: "Your microphone opens when it is your turn.",
    openIt: "It is your turn: open your microphone.",
    heard: "It is your turn: people hear you.",
    lost: "It is your turn, but people do not hear you any more: the connection is lost.",
    over: "Your turn is over and your microphone is closed. It opens at your next turn.",
  },
  devices: {
    title: "Microphone, camera and sound",
    speaker: "Loudspeaker or headphones",
    default: "The device's own",
    small: "Small picture",
    smallHint: "For a slow connection or an old device.",
    remembered: "This choice stays in this browser.",
    use: "Use these settings",
  },
  trouble: {
    denied:
      "{{device}}: the browser does not allow it. Touch the padlock or icon to the left of the address, choose “Allow”, then try again.",
    none: "{{device}}: none is plugged in or recognised. Plug it in, then try again.",
    busy: "{{device}}: another program is using it. Close other calls and windows, then try again.",
    insecure:
      "{{device}}: the browser opens it only on an address that begins with https://. Ask the team for the right address.",
    unsupported: "{{device}}: this browser cannot use it. Try a recent version of Firefox, Chrome, Edge or Safari.",
    unknown: "{{device}}: it did not work. Try again, or restart the browser.",
  },
} as const;
