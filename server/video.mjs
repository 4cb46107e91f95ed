// npm run video: a local video server on loopback, and the settings that let Hemicycle use it.
// `node server/video.mjs --where` prints its path, or fails when there is none.
import { chooseKeys, findLivekitServer, INSTALL_COMMAND, startLivekit } from "./livekit.mjs";

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const binary = findLivekitServer();
if (!binary) {
  stop(`No LiveKit server was found; with Go 1.26 or newer, \`${INSTALL_COMMAND}\` installs it, then run this again.`);
}
if (process.argv.includes("--where")) {
  console.log(binary);
  process.exit(0);
}

try {
  const keys = chooseKeys();
  const video = await startLivekit({ binary, ...keys, onOutput: (text) => process.stderr.write(text) });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => video.kill("SIGTERM"));
  console.log(`The video server runs (Ctrl-C ends it). In another terminal, start Hemicycle with these settings:

export LIVEKIT_URL=${video.url}
export LIVEKIT_API_KEY=${keys.key}
export LIVEKIT_API_SECRET=${keys.secret}
npm start
`);
  console.log(`The video server ended (${await video.exited}).`);
} catch (error) {
  stop(error.message);
}
