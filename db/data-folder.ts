import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { STORE_NAMES } from "./store";

/** Beside the databases: the installation's secret, what was uploaded, and the lock of the process that serves. */
export const SECRET_FILE = "secret";
export const UPLOADS_FOLDER = "uploads";
export const LOCK_FILE = "in-use.sqlite";

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
/** A folder where everybody may make files of their own, as /tmp: closing it would lock out the other programs of the machine. */
const STICKY = 0o1000;

/** DATA_DIR names a folder that this program may not have for itself; `message` is one sentence for the person at the terminal. */
export class UnfitFolder extends Error {}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** Closes one path to everybody but its owner; answers the paths where that was not possible. Links are not followed. */
function tighten(path: string): string[] {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink()) return [];
    const wanted = found.isDirectory() ? FOLDER_MODE : FILE_MODE;
    if ((found.mode & 0o7777) !== wanted) chmodSync(path, wanted);
    return found.isDirectory() ? readdirSync(path).flatMap((name) => tighten(join(path, name))) : [];
  } catch (error) {
    return isMissing(error) ? [] : [path];
  }
}

/**
 * Makes the data folder where it is missing, and closes it and what is ours in it to other users of the machine (0700, files 0600), also
 * when an earlier version, a copy or an open umask left it wider. Answers the paths that could not be closed (they belong to somebody
 * else). Throws `UnfitFolder`, or the error of the file system.
 */
export function prepareDataFolder(dataDir: string): string[] {
  mkdirSync(dataDir, { recursive: true, mode: FOLDER_MODE });
  const { mode } = statSync(dataDir);
  if (mode & STICKY || dirname(dataDir) === dataDir) {
    throw new UnfitFolder(
      `DATA_DIR=${dataDir} is shared with other programs. Name a folder of its own, e.g. ${join(dataDir, "hemicycle")}.`,
    );
  }
  if ((mode & 0o777) !== FOLDER_MODE && isSomebodyElses(dataDir)) {
    throw new UnfitFolder(
      `DATA_DIR=${dataDir} holds files of something else. Name a folder of its own, e.g. ${join(dataDir, "hemicycle")}.`,
    );
  }
  const files = STORE_NAMES.flatMap((name) => ["", "-wal", "-shm", "-journal"].map((end) => `${name}.sqlite${end}`));
  const ours = [...files, SECRET_FILE, LOCK_FILE, UPLOADS_FOLDER].flatMap((name) => tighten(join(dataDir, name)));
  return [...closeFolder(dataDir, mode), ...ours];
}

/** Open to others, with files in it, and none of ours. */
function isSomebodyElses(dataDir: string): boolean {
  const found = readdirSync(dataDir).filter((name) => name !== "lost+found");
  return found.length > 0 && !found.some((name) => name === SECRET_FILE || name === LOCK_FILE || isStoreFile(name));
}

const isStoreFile = (name: string): boolean => STORE_NAMES.some((store) => name === `${store}.sqlite`);

function closeFolder(dataDir: string, mode: number): string[] {
  if ((mode & 0o777) === FOLDER_MODE) return [];
  try {
    chmodSync(dataDir, FOLDER_MODE);
    return [];
  } catch {
    return [dataDir];
  }
}
