export const video = {
  state: {
    off: "La vidéo n'est pas installée ici. Tout le reste fonctionne : la parole, les notes, le vote.",
    connecting: "Nous ouvrons la vidéo…",
    reconnecting: "La vidéo est coupée un instant. Elle revient toute seule ; le reste continue.",
    refused: "La vidéo de cet endroit ne s'ouvre pas pour vous pour le moment. Le reste fonctionne.",
    elsewhere: "Votre vidéo continue dans une autre fenêtre de cet appareil.",
    unsupported: "La vidéo n'a pas pu démarrer dans ce navigateur. Rechargez la page ; le reste fonctionne.",
    comeHere: "La reprendre ici",
    tryAgain: "Réessayer",
    soundBlocked: "Votre navigateur attend votre accord pour faire entendre les autres.",
    startSound: "Écouter",
  },
  tile: { me: "Vous", heard: "parle en ce moment", muted: "micro coupé", lost: "connexion coupée" },
  stage: { nobody: "La personne qui parle apparaîtra ici." },
  dock: { microphone: "Micro", camera: "Caméra", devices: "Choisir le micro, la caméra, le son" },
  turn: {
    closed: "Votre micro s'ouvrira quand ce sera votre tour.",
    openIt: "C'est votre tour : ouvrez votre micro.",
    heard: "C'est votre tour : on vous entend.",
    lost: "C'est votre tour, mais on ne vous entend plus : la connexion est coupée.",
    over: "Votre tour est terminé, votre micro est fermé. Il s'ouvrira à votre prochain tour.",
  },
  devices: {
    title: "Micro, caméra et son",
    speaker: "Haut-parleur ou casque",
    default: "Celui de l'appareil",
    small: "Petite image",
    smallHint: "Pour une connexion lente ou un appareil ancien.",
    remembered: "Ce choix reste dans ce navigateur.",
    use: "Utiliser ces réglages",
  },
  trouble: {
    denied:
      "{{device}} : le navigateur ne l'autorise pas. Touchez le cadenas ou l'icône à gauche de l'adresse, choisissez « Autoriser », puis réessayez.",
    none: "{{device}} : aucun appareil n'est branché ou reconnu. Branchez-le, puis réessayez.",
    busy: "{{device}} : un autre programme s'en sert. Fermez les autres appels et fenêtres, puis réessayez.",
    insecure:
      "{{device}} : le navigateur ne l'ouvre que sur une adresse qui commence par https://. Demandez à l'équipe la bonne adresse.",
    unsupported:
      "{{device}} : ce navigateur ne sait pas s'en servir. Essayez avec une version récente de Firefox, Chrome, Edge ou Safari.",
    unknown: "{{device}} : cela n'a pas fonctionné. Réessayez, ou redémarrez le navigateur.",
  },
} as const;
