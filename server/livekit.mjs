// Finds a LiveKit server on this machine and runs it on loopback only: for `npm run video` and for the video journey.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Later tags carry a `replace` in their go.mod, which `go install` refuses. */
export const INSTALL_COMMAND = "go install github.com/livekit/livekit-server/cmd/server@v1.13.5";

const SHORTEST_SECRET = 32; // LiveKit's own limit, in characters
const READY_TRIES = 100;
const READY_PAUSE_MS = 100;
/** Asked to end, LiveKit waits for everybody to leave their rooms. */
const PATIENCE_MS = 3000;

function ask(program, args) {
  try {
    return execFileSync(program, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 10_000,
    }).trim();
  } catch {
    return "";
  }
}

function placesToLook() {
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "livekit-server"));
  const goPaths = (process.env.GOPATH ?? ask("go", ["env", "GOPATH"]))
    .split(delimiter)
    .map((path) => join(path, "bin"));
  const goFolders = [process.env.GOBIN, ...goPaths, join(homedir(), "go", "bin")].filter(Boolean);
  // `go install` names the program after its folder: server.
  const inGo = goFolders.flatMap((folder) => [join(folder, "livekit-server"), join(folder, "server")]);
  return [process.env.LIVEKIT_SERVER_BIN, ...onPath, ...inGo, "/opt/homebrew/bin/livekit-server"].filter(Boolean);
}

/** The path of a LiveKit server, or null. A program called `server` counts only when it says that it is LiveKit. */
export function findLivekitServer() {
  return placesToLook().find((place) => /^livekit-server version/.test(ask(place, ["--version"]))) ?? null;
}

/** The key and secret of the environment, or new ones. Throws a sentence when the secret given is too short. */
export function chooseKeys(env = process.env) {
  const key = env.LIVEKIT_API_KEY ?? `API${randomBytes(6).toString("hex")}`;
  const secret = env.LIVEKIT_API_SECRET ?? randomBytes(32).toString("hex");
  if (secret.length >= SHORTEST_SECRET) return { key, secret };
  throw new Error(`LIVEKIT_API_SECRET needs at least ${SHORTEST_SECRET} characters; this one has ${secret.length}.`);
}

/** LiveKit reads YAML, of which JSON is a part. */
function loopbackConfiguration({ httpPort, udpPort, key, secret }) {
  return JSON.stringify({
    port: httpPort,
    bind_addresses: ["127.0.0.1"],
    keys: { [key]: secret },
    logging: { level: "warn" },
    rtc: {
      udp_port: udpPort,
      // LiveKit would listen for TCP on every address, whatever bind_addresses says; loopback loses no packet.
      tcp_port: 0,
      allow_tcp_fallback: false,
      use_external_ip: false,
      node_ip: "127.0.0.1",
      enable_loopback_candidate: true,
      // Who comes in later needs a whole picture of everybody: half a second between two would be seen by whoever came last.
      pli_throttle: { low_quality: "100ms", mid_quality: "300ms", high_quality: "300ms" },
      ips: { includes: ["127.0.0.1/32"] },
      // Else browsers are handed public STUN servers.
      stun_servers: ["127.0.0.1:3478"],
    },
  });
}

async function isAnswering(httpPort) {
  try {
    return (await fetch(`http://127.0.0.1:${httpPort}/`)).ok;
  } catch {
    return false;
  }
}

async function untilAnswering(server, httpPort) {
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    if (server.exitCode !== null || server.signalCode !== null) return false;
    if (await isAnswering(httpPort)) return true;
    await wait(READY_PAUSE_MS);
  }
  return false;
}

/**
 * Starts a LiveKit server and waits until it answers. `kill(signal)` ends it by its process id and resolves when it has gone;
 * starting again with the same ports and keys brings its clients back. Throws an Error with what it printed when it does not come up.
 */
export async function startLivekit({ binary, httpPort = 7880, udpPort = 7882, key, secret, onOutput }) {
  if (await isAnswering(httpPort))
    throw new Error(`Something else answers on port ${httpPort}; end it and start again.`);
  const folder = mkdtempSync(join(tmpdir(), "hemicycle-video-"));
  const configuration = join(folder, "livekit.yaml");
  writeFileSync(configuration, loopbackConfiguration({ httpPort, udpPort, key, secret }), { mode: 0o600 });
  const server = spawn(binary, ["--config", configuration], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-20_000);
      onOutput?.(chunk.toString("utf8"));
    });
  }
  const killWithUs = () => server.kill("SIGKILL");
  process.once("exit", killWithUs);
  const exited = new Promise((resolve) => {
    server.on("error", (error) => resolve(error.message));
    server.on("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  }).finally(() => {
    process.removeListener("exit", killWithUs);
    rmSync(folder, { recursive: true, force: true });
  });
  const kill = (signal = "SIGTERM") => {
    server.kill(signal);
    const patience = setTimeout(killWithUs, PATIENCE_MS);
    return exited.finally(() => clearTimeout(patience));
  };
  if (!(await untilAnswering(server, httpPort))) {
    await kill("SIGKILL");
    throw new Error(`The video server did not start:\n${output}`);
  }
  return { url: `ws://127.0.0.1:${httpPort}`, key, secret, pid: server.pid, exited, kill };
}
