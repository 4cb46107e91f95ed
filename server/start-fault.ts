import { UnfitFolder } from "~/db/data-folder";
import { MixedStores } from "~/db/repositories/installation";
import { FolderInUse } from "~/db/sqlite/lock-folder";
import { engineCode, isConnectionLost, isDiskFull, NewerStore, StoreDamaged } from "~/db/violations";
import { SecretDamaged } from "./auth/secrets";
import { type Config, ConfigError } from "./config";

/** How a start that is not possible ends, as the system's own programs do (sysexits.h). */
export const exitCodes = {
  usage: 64,
  damagedData: 65,
  unavailable: 69,
  fault: 70,
  noRoom: 74,
  inUse: 75,
  noPermission: 77,
  settings: 78,
} as const;

/** What makes a start impossible and can be put right by a person: one sentence for them, and the exit code. */
export interface StartFault {
  readonly sentence: string;
  readonly exitCode: number;
}

type Settings = Pick<Config, "dataDir" | "databaseUrl" | "host" | "port">;

const BACKUP_SENTENCE = "Put back your last backup: npm run restore -- FILE, into an empty DATA_DIR.";

/** The sentence for an error of a start; undefined for a fault of ours, which is thrown on with all its details. */
export function explainStart(error: unknown, settings: Settings | null): StartFault | undefined {
  if (error instanceof ConfigError || error instanceof UnfitFolder) {
    return { sentence: error.message, exitCode: exitCodes.settings };
  }
  if (error instanceof SecretDamaged || error instanceof MixedStores) {
    return { sentence: error.message, exitCode: exitCodes.damagedData };
  }
  if (!settings) return undefined;
  return ofStores(error, settings) ?? ofFolder(error, settings) ?? ofNetwork(error, settings);
}

function ofStores(error: unknown, { dataDir }: Settings): StartFault | undefined {
  if (error instanceof StoreDamaged) {
    return { sentence: `The database ${error.file} is damaged. ${BACKUP_SENTENCE}`, exitCode: exitCodes.damagedData };
  }
  if (error instanceof NewerStore) {
    const sentence = "This data was last used by a newer version of Hemicycle: start that version, or a later one.";
    return { sentence, exitCode: exitCodes.settings };
  }
  if (error instanceof FolderInUse) {
    const sentence = `Another Hemicycle is running on ${dataDir}: stop it first, or set DATA_DIR to another folder.`;
    return { sentence, exitCode: exitCodes.inUse };
  }
  return undefined;
}

function ofFolder(error: unknown, { dataDir }: Settings): StartFault | undefined {
  if (isDiskFull(error)) {
    return { sentence: `There is no room left on the disk of ${dataDir}.`, exitCode: exitCodes.noRoom };
  }
  const code = engineCode(error);
  if (
    /^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code) ||
    (isAbout(error, dataDir) && /^(EACCES|EPERM|EROFS)$/.test(code))
  ) {
    const sentence = `DATA_DIR=${dataDir} cannot be written to by this user: change its owner, or name another folder.`;
    return { sentence, exitCode: exitCodes.noPermission };
  }
  if (isAbout(error, dataDir) && /^(ENOTDIR|EEXIST|ENOENT|ENAMETOOLONG|ELOOP)$/.test(code)) {
    return { sentence: `DATA_DIR=${dataDir} is not a folder, and cannot be made one.`, exitCode: exitCodes.settings };
  }
  return undefined;
}

/** Whether a file system's error names the folder, something in it, or a folder above it. */
function isAbout(error: unknown, dataDir: string): boolean {
  if (!(error instanceof Error) || !("path" in error) || typeof error.path !== "string") return false;
  return error.path.startsWith(dataDir) || dataDir.startsWith(error.path);
}

function ofNetwork(error: unknown, { host, port, databaseUrl }: Settings): StartFault | undefined {
  const code = engineCode(error);
  if (code === "EADDRINUSE") {
    const sentence = `Port ${port} is taken by another program: stop it, or set PORT to another number.`;
    return { sentence, exitCode: exitCodes.unavailable };
  }
  if (code === "EACCES") {
    const sentence = `Port ${port} is not for this user: take one from 1024 on, behind a proxy.`;
    return { sentence, exitCode: exitCodes.noPermission };
  }
  if (code === "EADDRNOTAVAIL") {
    return { sentence: `HOST=${host} is not an address of this machine.`, exitCode: exitCodes.settings };
  }
  return databaseUrl === null ? undefined : ofDatabase(error, new URL(databaseUrl));
}

/** Of the address the host and the name are shown, never the password. */
function ofDatabase(error: unknown, { host, pathname }: URL): StartFault | undefined {
  const code = engineCode(error);
  if (isConnectionLost(error)) {
    return { sentence: `The database at ${host} (DATABASE_URL) does not answer.`, exitCode: exitCodes.unavailable };
  }
  if (/^28/.test(code)) {
    return {
      sentence: `The database at ${host} refuses the user or password of DATABASE_URL.`,
      exitCode: exitCodes.settings,
    };
  }
  if (code === "3D000") {
    return {
      sentence: `There is no database ${pathname.slice(1)} at ${host}: create it first.`,
      exitCode: exitCodes.settings,
    };
  }
  if (code === "42501") {
    const sentence = `The user of DATABASE_URL may not make tables in ${pathname.slice(1)} at ${host}.`;
    return { sentence, exitCode: exitCodes.noPermission };
  }
  return undefined;
}
