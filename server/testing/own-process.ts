import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** What a process that has ended said, and its exit code (null when a signal ended it). */
export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

export interface OwnProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once it has said this; rejects when it ends before. */
  says(words: string): Promise<void>;
}

export interface Start {
  /** A bundle of `bundleEntry`, or a script of ours. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** As a user who may not write where they are not let. */
  readonly unprivileged?: boolean;
}

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Nobody of this machine: root may write anywhere. */
const NOBODY = 65_534;

/** Bundles one of our entries, so that it starts as fast as the built server does; answers the script. */
export async function bundleEntry(entry: string): Promise<string> {
  const folder = path.join(ROOT, "node_modules/.cache/hemicycle/tests");
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${path.basename(entry, ".ts")}-${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(ROOT, entry)],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    logLevel: "error",
  });
  return outfile;
}

/** Runs a script in a process of its own, with nothing of our environment but where programs are. */
export function ownProcess({ script, args = [], env, unprivileged = false }: Start): OwnProcess {
  const asNobody = unprivileged && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child: ChildProcess = spawn(process.execPath, [path.resolve(ROOT, script), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: "production", PORT: "0", LOG_LEVEL: "error", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    ...asNobody,
  });
  let said = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, said })));
  return {
    child,
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!said.includes(words)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without saying "${words}":\n${said}`)));
      }),
  };
}
