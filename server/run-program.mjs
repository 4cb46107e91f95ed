// Runs a program in a process group of its own, so that it can be ended with everything it started.
import { spawn } from "node:child_process";

const running = new Set();
let isWatching = false;

/** Ends a whole process group; one that is already gone is not an error (macOS says EPERM of one that is going). */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes(error.code)) throw error;
  }
}

function endChildrenWithUs() {
  if (isWatching) return;
  isWatching = true;
  process.on("exit", () => {
    for (const pid of running) signalGroup(pid, "SIGKILL");
  });
  for (const [signal, exitCode] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]) {
    process.on(signal, () => process.exit(exitCode));
  }
}

/**
 * Runs a program to its end. Never throws: `code` is null when it was ended by a signal or could not be started.
 * `limitMs` ends it (and what it started) when it takes longer. Output is collected, in order, from both streams;
 * `onOutput` sees it as it comes.
 */
export function runProgram(command, args, { env = process.env, cwd, limitMs, onOutput } = {}) {
  endChildrenWithUs();
  return new Promise((resolve) => {
    const started = performance.now();
    const chunks = [];
    let isLate = false;
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const finish = (code, failure = "") => {
      clearTimeout(timer);
      // A child of the program may outlive it and hold the pipe: it goes as well.
      if (child.pid) signalGroup(child.pid, "SIGKILL");
      running.delete(child.pid);
      const output = Buffer.concat(chunks).toString("utf8") + failure;
      resolve({ code, output, isLate, ms: performance.now() - started });
    };
    const timer = setTimeout(
      () => {
        isLate = true;
        if (child.pid) signalGroup(child.pid, "SIGKILL");
      },
      limitMs ?? 2 ** 31 - 1,
    );
    if (child.pid) running.add(child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        chunks.push(chunk);
        onOutput?.(chunk.toString("utf8"));
      });
    }
    child.on("error", (error) => finish(null, error.message));
    child.on("exit", (code) => setImmediate(() => finish(code)));
  });
}

/** The last lines of a long output. */
export function lastLines(output, count) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}
