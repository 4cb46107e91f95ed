import { spawn } from "node:child_process";
import { join } from "node:path";
import { CopyFault } from "../backup";
import { foldersWith } from "./program-folders.mjs";

interface Ran {
  readonly code: number | null;
  readonly answered: string;
  /** The end of what it said on its standard error. */
  readonly said: string;
}

const MOST_SAID = 4_000;

/** The arguments that name a database, and the environment with its password, which nobody else may read in the list of processes. */
export function databaseArguments(databaseUrl: string): { args: readonly string[]; env: NodeJS.ProcessEnv } {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  return { args: [`--dbname=${url.href}`], env: { ...process.env, ...(password && { PGPASSWORD: password }) } };
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { ...env, LC_ALL: "C" }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let answered = "";
    child.stdout.on("data", (chunk: Buffer) => {
      answered += chunk.toString("utf8");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said = `${said}${chunk.toString("utf8")}`.slice(-MOST_SAID);
    });
    child.once("error", (error) => resolve({ code: null, said: error.message, answered }));
    child.once("close", (code) => resolve({ code, said, answered }));
  });
}

/** An older program refuses a newer server, and a newer dump. */
const isTooOld = ({ said }: Ran): boolean => /version mismatch|unsupported version/.test(said);

/**
 * Runs one of PostgreSQL's own programs, from the PATH or where systems install them (`/usr/lib/postgresql/*\/bin`), in the first version
 * that is new enough; answers what it wrote. Throws `CopyFault`.
 */
export async function runClientProgram(
  program: "pg_dump" | "pg_restore",
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const folders = foldersWith("pg_dump", "pg_restore");
  let last: Ran | undefined;
  for (const folder of folders) {
    last = await run(join(folder, program), args, env);
    if (last.code === 0) return last.answered;
    if (!isTooOld(last)) break;
  }
  const install = "install PostgreSQL's client programs (Debian: apt-get install postgresql-client)";
  if (!last) throw new CopyFault(`${program} is needed and was not found: ${install}.`);
  if (isTooOld(last))
    throw new CopyFault(`${program} of this machine is too old for the database: ${install} of its version.`);
  throw new CopyFault(`${program} failed: ${last.said.trim().split("\n").at(-1) ?? ""}`);
}
