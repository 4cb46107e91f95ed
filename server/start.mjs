// npm start, npm run dev, npm run demo: install what is missing, build what changed, run the server. Needs nothing installed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [20, 19];
const NEWEST_NODE_MAJOR = 24;
const DEMO_POINTS = ["recruitment", "live", "published"];

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkNodeVersion() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const isTried = major <= NEWEST_NODE_MAJOR;
  const isNewEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isTried && isNewEnough) return;
  stop(
    `Hemicycle runs on Node ${OLDEST_NODE.join(".")} to ${NEWEST_NODE_MAJOR}; this is Node ${process.versions.node}. ` +
      "Please install Node 22 or 24 from nodejs.org (or with nvm, fnm or your system's packages) and start again.",
  );
}

/** What `npm run demo -- --at live` means to the server. */
function demoArguments(args) {
  const at = args.indexOf("--at");
  const point = at === -1 ? "live" : args[at + 1];
  if (!DEMO_POINTS.includes(point)) stop(`Please choose a point of the demonstration: --at ${DEMO_POINTS.join("|")}.`);
  return ["--load-demo", point];
}

/** The program to run, for each of the three ways to start. */
function planStart([first, ...rest]) {
  if (first === "--dev") {
    const watched = ["server", "realtime", "db"].flatMap((folder) => ["--include", `./${folder}/**`]);
    const args = ["watch", "--clear-screen=false", ...watched, "server/dev.ts", ...rest];
    return { mustBuild: false, command: "node_modules/.bin/tsx", args, mode: "development" };
  }
  const args = first === "--demo-only" ? demoArguments(rest) : process.argv.slice(2);
  return {
    mustBuild: true,
    command: process.execPath,
    args: ["--enable-source-maps", "build/server/index.js", ...args],
    mode: "production",
  };
}

/** Runs the server in our place: its output, the signals we get, and its exit code are passed on. */
function becomeServer({ command, args, mode }) {
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? mode };
  const server = spawn(command, args, { stdio: "inherit", env });
  const forwarded = ["SIGTERM", "SIGHUP"];
  // In a terminal, Ctrl-C reaches the server by itself; twice would cut its graceful close short.
  process.on("SIGINT", () => process.stdin.isTTY || server.kill("SIGINT"));
  for (const signal of forwarded) process.on(signal, () => server.kill(signal));
  server.on("error", (error) => stop(`The server could not be started: ${error.message}`));
  server.on("exit", (code, signal) => {
    if (code !== null) process.exit(code);
    for (const name of ["SIGINT", ...forwarded]) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

checkNodeVersion();
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const plan = planStart(process.argv.slice(2));
// Loaded late: an old Node must be able to read this file and say the sentence above.
const { installPackages } = await import("./install.mjs");
const { buildIfChanged } = await import("./rebuild.mjs");
try {
  await installPackages(console.log);
  if (plan.mustBuild) await buildIfChanged(console.log);
} catch (error) {
  stop(error.message);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
becomeServer(plan);
