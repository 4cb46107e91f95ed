// A PostgreSQL server for one run of the tests: in a temporary folder, on a free port of 127.0.0.1, gone afterwards.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foldersWith } from "../postgres/program-folders.mjs";

const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

/** PostgreSQL refuses to run as root: then it runs as the system's own user for it. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // no such user here
    }
  }
  return null;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Language-aware order where the server can (15 and later), so that a query that forgets to say its order differs from SQLite here. */
function createCluster({ programs, folder, user, password }) {
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const data = join(folder, "data");
  const common = [
    "-D",
    data,
    "-U",
    "hemicycle",
    "--encoding=UTF8",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--no-sync",
  ];
  const options = { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] };
  try {
    execFileSync(
      join(programs, "initdb"),
      [...common, "--locale=C", "--locale-provider=icu", "--icu-locale=en"],
      options,
    );
  } catch {
    rmSync(data, { recursive: true, force: true });
    execFileSync(join(programs, "initdb"), [...common, "--locale=C"], options);
  }
  return data;
}

/** Resolves once the server says so; it speaks on its standard error. */
function untilReady(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`PostgreSQL did not start in time.\n${said}`)), START_WITHIN_MS);
    server.stderr.on("data", (chunk) => {
      if (said.length < 20_000) said += chunk;
      if (!said.includes("database system is ready to accept connections")) return;
      clearTimeout(timer);
      resolve();
    });
    server.once("error", reject);
    server.once("exit", () => {
      clearTimeout(timer);
      reject(new Error(`PostgreSQL stopped while starting.\n${said}`));
    });
  });
}

/** Ends the server, by default at once (its files are thrown away), and waits until it has. */
async function endServer(server, signal = "SIGQUIT") {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill(signal);
  const timer = setTimeout(() => server.kill("SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}

// Nothing survives: what a test writes may be lost, and the runs are several times faster.
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "64MB",
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_wal_size: "256MB",
  autovacuum: "off",
  jit: "off",
  log_min_messages: "log", // not the errors that tests provoke, but that it is ready
  lc_messages: "C",
};

/** What is acknowledged outlives the end of the server's process, as it would for people. */
const DURABLE = { synchronous_commit: "on", full_page_writes: "on" };

/** Starts the server's process on its folder; resolves once it takes connections. */
async function runServer({ programs, folder, user, data, port, durable }) {
  const all = { ...SETTINGS, ...(durable && DURABLE), port };
  const settings = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(programs, "postgres"), ["-D", data, ...settings], {
    ...user,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await untilReady(server).catch(async (error) => {
    await endServer(server);
    throw error;
  });
  return server;
}

/**
 * Starts it. Answers null when this machine has no PostgreSQL programs (or, as root, no user to run them as). `durable` keeps what it
 * acknowledged over `restart`, which ends it by a signal of PostgreSQL's own (SIGINT: connections are cut; SIGQUIT: a crash), and begins again
 * after `meanwhile`.
 * @param {{ durable?: boolean }} [options]
 * @returns {Promise<{ url: string, restart: (signal: "SIGINT" | "SIGQUIT", meanwhile?: () => Promise<void>) => Promise<void>, stop: () => Promise<void> } | null>}
 */
export async function startThrowawayPostgres({ durable = false } = {}) {
  const [programs] = foldersWith("postgres", "initdb");
  const user = unprivilegedUser();
  if (!programs || !user) return null;
  const folder = mkdtempSync(join(tmpdir(), "hemicycle-postgres-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    chmodSync(folder, 0o700);
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
    const password = randomBytes(16).toString("hex");
    const data = createCluster({ programs, folder, user, password });
    const port = await freePort();
    const run = () => runServer({ programs, folder, user, data, port, durable });
    let server = await run();
    const atExit = () => {
      server.kill("SIGQUIT");
      remove();
    };
    process.once("exit", atExit);
    return {
      url: `postgres://hemicycle:${password}@127.0.0.1:${port}/postgres`,
      restart: async (signal, meanwhile = async () => {}) => {
        await endServer(server, signal);
        await meanwhile();
        server = await run();
      },
      stop: async () => {
        process.removeListener("exit", atExit);
        await endServer(server);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
