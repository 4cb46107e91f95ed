import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import { type ImportedPeople, importPeople } from "~/app/domain/sortition/import-people";
import { importQuotas } from "~/app/domain/sortition/import-quotas";
import { type BadCell, folded, type ImportTable } from "~/app/domain/sortition/import-table";
import type { DrawOptions, OptionProblem } from "./draw-options";
import { readCsv, readRows, UnreadableFile } from "./read-csv";

export interface FileProblem {
  readonly code: UnreadableFile["code"];
  readonly path: string;
}

export interface DrawFiles {
  readonly request: DrawRequest;
  readonly imported: ImportedPeople;
  readonly table: ImportTable;
}

/** The request that the files and options say, or everything that is wrong with them. */
export function readDrawFiles(options: DrawOptions): {
  files?: DrawFiles;
  problems: (BadCell | FileProblem | OptionProblem)[];
} {
  const problems: (BadCell | FileProblem | OptionProblem)[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      problems.push({ code: error.code, path: error.path });
      return undefined;
    }
  };
  const features = attempt(() => readCsv(options.features));
  const table = attempt(() => readCsv(options.people));
  if (!features || !table) return { problems };
  const quotas = importQuotas(features);
  problems.push(...quotas.problems);
  if (quotas.quotas.length === 0) return { problems };
  const imported = importPeople(table, quotas.quotas, options);
  problems.push(...imported.problems);
  const confirmedIds = attempt(() => readIds(options.in, options.id));
  const excludedIds = attempt(() => readIds(options.out, options.id));
  if (problems.length > 0) return { problems };
  const request = {
    people: imported.people,
    quotas: quotas.quotas,
    seats: options.seats,
    households: options.household !== undefined,
    confirmedIds: confirmedIds ?? [],
    excludedIds: excludedIds ?? [],
    algorithm: options.algorithm,
    seed: options.seed,
    lottery: options.lottery,
  };
  return { files: { request, imported, table }, problems };
}

/** Ids from a file: one per line, or the id column of a table. */
function readIds(path: string | undefined, idColumn: string | undefined): string[] {
  if (path === undefined) return [];
  const rows = readRows(path);
  const header = rows[0]?.cells.map(folded) ?? [];
  const names = [idColumn, "nationbuilder_id", "id"].flatMap((name) => (name ? [folded(name)] : []));
  const place = names.map((name) => header.indexOf(name)).find((at) => at >= 0);
  const listed = place === undefined ? rows : rows.slice(1);
  return [...new Set(listed.map(({ cells }) => cells[place ?? 0]?.trim() ?? "").filter((id) => id !== ""))];
}
