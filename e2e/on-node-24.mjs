// npm run on-node-24: types, unit tests and the build under Node 24, whatever Node is the machine's; with a command, that command
// (`npm run on-node-24 -- npm test`). It works in a copy of the tree with packages of its own: what is compiled belongs to one Node.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lastLines, runProgram } from "../server/run-program.mjs";

const NODE = "24.21.0";
const MINUTE = 60_000;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
/**
 * Where others may pass, since one test starts the server as nobody; and not beneath a folder called `.cache`: Biome does not read
 * package.json there, and judges otherwise.
 */
const KEPT = join(process.env.TMPDIR || "/var/tmp", `hemicycle-${userInfo().username}`);
const WHAT_CI_RUNS = [
  ["npm", "run", "typecheck"],
  ["npm", "run", "unit", "--", "--exclude", "**/*.long.test.{ts,tsx}", "--exclude", "**/*.db.test.ts"],
  ["npm", "run", "build"],
];
/** Made by the other Node, or by those who use the installation. */
const NOT_COPIED = new Set([
  ".git",
  "node_modules",
  "build",
  "data",
  "test-results",
  "playwright-report",
  "blob-report",
]);
const KEPT_IN_THE_COPY = new Set(["node_modules", "build"]);

/** The folder of a Node with its program and its headers: npm's package of that name, which npm fills for this kind of machine. */
async function provideNode() {
  const folder = join(KEPT, `node-${NODE}`);
  const inside = join(folder, "node_modules/node/node_modules");
  const find = () =>
    (existsSync(inside) ? readdirSync(inside) : [])
      .map((name) => join(inside, name))
      .find((path) => existsSync(join(path, "bin/node")) && existsSync(join(path, "include/node/node.h")));
  const there = find();
  if (there) return there;
  console.log(`Installing Node ${NODE} into ${folder}…`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "allowScripts": { "node": true } }\n');
  const { output } = await runProgram("npm", ["install", "--no-save", `node@${NODE}`], {
    cwd: folder,
    env: surroundings(),
    limitMs: 5 * MINUTE,
  });
  const made = find();
  if (!made) throw new Error(`${lastLines(output, 25)}\n\nnpm gave no Node ${NODE} with headers for this machine.`);
  return made;
}

/** Our environment without what `npm run` says of the tree that it was called in. */
function surroundings() {
  const env = { ...process.env };
  for (const name of ["npm_config_local_prefix", "npm_package_json", "INIT_CWD"]) delete env[name];
  return env;
}

/** The tree as it is now, beside the packages and the build that an earlier run left there. */
function copyTree() {
  const mine = createHash("sha256").update(ROOT).digest("hex").slice(0, 12);
  const copy = join(KEPT, `tree-${mine}-node-${NODE}`);
  mkdirSync(copy, { recursive: true });
  for (const name of readdirSync(copy)) {
    if (!KEPT_IN_THE_COPY.has(name)) rmSync(join(copy, name), { recursive: true, force: true });
  }
  for (const name of readdirSync(ROOT)) {
    if (!NOT_COPIED.has(name)) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  return copy;
}

/** Runs a command as if it had been typed in the copy; gives its exit code. */
function run([command, ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    const passOn = (signal) => child.kill(signal);
    // In a terminal, Ctrl-C reaches the command by itself.
    const onInterrupt = () => process.stdin.isTTY || child.kill("SIGINT");
    process.on("SIGTERM", passOn).on("SIGHUP", passOn).on("SIGINT", onInterrupt);
    child.on("error", reject);
    child.on("exit", (code) => {
      process.off("SIGTERM", passOn).off("SIGHUP", passOn).off("SIGINT", onInterrupt);
      resolve(code ?? 1);
    });
  });
}

/** Everybody may write in the folder above it: what lies here already is run only when it is ours. */
function openFolder() {
  mkdirSync(KEPT, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(KEPT);
  if (uid !== userInfo().uid)
    throw new Error(`${KEPT} belongs to somebody else: remove it, or set TMPDIR to a folder of yours.`);
}

openFolder();
const node = await provideNode();
const cwd = copyTree();
const env = {
  ...surroundings(),
  PATH: [join(node, "bin"), process.env.PATH].join(delimiter),
  npm_config_nodedir: node,
};
const install = 'import("./server/install.mjs").then(({ installPackages }) => installPackages(console.log))';
const given = process.argv.slice(2);
console.log(`Node ${NODE} in ${cwd}`);
for (const command of [["node", "-e", install], ...(given.length > 0 ? [given] : WHAT_CI_RUNS)]) {
  const code = await run(command, { cwd, env });
  if (code !== 0) process.exit(code);
}
