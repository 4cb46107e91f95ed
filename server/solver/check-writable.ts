import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import type { DrawOptions } from "./draw-options";

/** A file that the command was asked to write and cannot. */
export interface WriteProblem {
  readonly code: "file-not-writable";
  readonly option: string;
  readonly path: string;
}

/** Which of the files to be written cannot be, before anything is computed. */
export function unwritableFiles(options: DrawOptions): WriteProblem[] {
  return (["json", "selected", "remaining", "panels"] as const).flatMap((name) => {
    const path = options[name];
    if (path === undefined || isWritable(path)) return [];
    return { code: "file-not-writable" as const, option: `--${name}`, path };
  });
}

function isWritable(path: string): boolean {
  try {
    const place = statSync(path, { throwIfNoEntry: false });
    if (place?.isDirectory()) return false;
    if (!place && !statSync(dirname(path)).isDirectory()) return false;
    accessSync(place ? path : dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
