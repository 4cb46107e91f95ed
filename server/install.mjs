// Installs the packages of package-lock.json when they are missing, when the lock changed, or when Node's major version did.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { lastLines, runProgram } from "./run-program.mjs";

const LOCK = "package-lock.json";
const NPM_RECORD = "node_modules/.package-lock.json";
const STAMP = "node_modules/.cache/hemicycle/installed";
const MINUTE = 60_000;

const TOOLS_SENTENCE =
  "better-sqlite3 could neither be fetched ready-made nor compiled: install python3, make and g++ " +
  "(Debian: apt-get install python3 make g++; macOS: xcode-select --install), then start again.";

/** A native package belongs to one lock file, one Node ABI and one kind of machine. */
function expectedStamp() {
  const lock = createHash("sha256").update(readFileSync(LOCK)).digest("hex");
  return `${lock} ${process.versions.modules} ${process.platform} ${process.arch}`;
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === expectedStamp();
}

/** npm's own record names what is there: the same as the lock when somebody ran npm by hand. */
function holdsWhatTheLockNames() {
  if (!existsSync(NPM_RECORD)) return false;
  const { packages: installed } = JSON.parse(readFileSync(NPM_RECORD, "utf8"));
  const { packages: named } = JSON.parse(readFileSync(LOCK, "utf8"));
  const isThere = ([path, { version, optional }]) =>
    path === "" || (installed[path] ? installed[path].version === version : optional === true);
  return Object.entries(named).every(isThere) && Object.keys(installed).every((path) => path in named);
}

function openDatabase() {
  const program = "new (require('better-sqlite3'))(':memory:').close()";
  return runProgram(process.execPath, ["-e", program], { limitMs: MINUTE });
}

function npm(...args) {
  // Building needs the development packages, whatever NODE_ENV says.
  const env = { ...process.env, NODE_ENV: "development" };
  return runProgram("npm", args, { env, limitMs: 12 * MINUTE });
}

async function fetchPackages() {
  const exact = await npm("ci", "--include=dev");
  if (exact.code === 0) return;
  if (/gyp ERR|better-sqlite3/.test(exact.output))
    throw new Error(`${lastLines(exact.output, 25)}\n\n${TOOLS_SENTENCE}`);
  const lenient = await npm("install", "--include=dev", "--no-save");
  if (lenient.code === 0) return;
  throw new Error(
    `${lastLines(lenient.output, 25)}\n\nThe packages could not be installed (npm's last words are above).`,
  );
}

/** Makes node_modules match the lock. Throws an Error whose message is meant for the person at the keyboard. */
export async function installPackages(say) {
  if (isInstalled()) return;
  if (!holdsWhatTheLockNames()) {
    say("Installing packages (a minute or two the first time)…");
    await fetchPackages();
  }
  if ((await openDatabase()).code !== 0) {
    say("Building better-sqlite3 for this version of Node…");
    await npm("rebuild", "better-sqlite3");
    if ((await openDatabase()).code !== 0) throw new Error(TOOLS_SENTENCE);
  }
  mkdirSync(STAMP.slice(0, STAMP.lastIndexOf("/")), { recursive: true });
  writeFileSync(STAMP, expectedStamp());
}
