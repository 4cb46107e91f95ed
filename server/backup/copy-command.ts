import path from "node:path";
import { type Contents, CopyFault } from "~/db/backup";
import { engineCode, isDiskFull } from "~/db/violations";
import { type Config, readConfig } from "../config";
import { exitCodes, explainStart, type StartFault } from "../start-fault";

/** What the command line hands to a command: its words, where they were typed, the settings, the time. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly say: (sentence: string) => void;
  readonly complain: (sentence: string) => void;
}

export type Where = Pick<Config, "dataDir" | "databaseUrl" | "host" | "port">;

/** The command was not given what it needs; `message` says what. */
export class UsageFault extends Error {}

/** Runs `work` on the one file named; answers the exit code. Whatever a person can put right is one sentence. */
export async function onOneFile(
  { args, folder, env, complain }: CommandLine,
  usage: string,
  work: (file: string, where: Where) => Promise<void>,
): Promise<number> {
  let where: Where | null = null;
  let file = "";
  try {
    const [name, ...others] = args;
    if (name === undefined || name.startsWith("-") || others.length > 0) throw new UsageFault(usage);
    file = path.resolve(folder, name);
    // Where the data is, and nothing else that only a server needs.
    where = readConfig({ DATA_DIR: env.DATA_DIR, DATABASE_URL: env.DATABASE_URL });
    await work(file, where);
    return 0;
  } catch (error) {
    const fault = explain(error, file) ?? explainStart(error, where);
    if (!fault) throw error;
    complain(fault.sentence);
    return fault.exitCode;
  }
}

function explain(error: unknown, file: string): StartFault | undefined {
  if (error instanceof UsageFault) return { sentence: error.message, exitCode: exitCodes.usage };
  if (error instanceof CopyFault) return { sentence: error.message, exitCode: exitCodes.damagedData };
  if (isDiskFull(error)) {
    return {
      sentence: "There is no room left on the disk: nothing was kept of what was begun.",
      exitCode: exitCodes.noRoom,
    };
  }
  const isOfFile = error instanceof Error && "path" in error && String(error.path).startsWith(path.dirname(file));
  const code = engineCode(error);
  if (!isOfFile || !/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR)$/.test(code)) return undefined;
  return { sentence: `${file} cannot be read or written here (${code}).`, exitCode: exitCodes.noPermission };
}

const number = new Intl.NumberFormat("en");
const counted = (count: number, one: string, many: string): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** How much there is, so that people recognise it. */
export function inWords({ assemblies, people, changesOfTexts }: Contents, uploads: number): string {
  const parts = [
    counted(assemblies, "assembly", "assemblies"),
    counted(people, "person", "people"),
    counted(changesOfTexts, "change of shared texts", "changes of shared texts"),
    ...(uploads > 0 ? [counted(uploads, "uploaded file", "uploaded files")] : []),
  ];
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
