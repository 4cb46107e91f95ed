import type { Table } from "~/app/domain/kernel/read-table";
import { type PeopleProblem, type ReadPeople, readPeople } from "~/app/domain/recruitment/read-people";
import { type QuotaProblem, readQuotas } from "~/app/domain/recruitment/read-quotas";
import type { DrawRequest } from "~/app/domain/sortition/draw-request";
import type { DrawOptions } from "./draw-options";
import { readCsv, UnreadableFile } from "./read-csv";
import { type ListedId, readIdList } from "./read-id-list";

export interface FileProblem {
  readonly code: UnreadableFile["code"];
  readonly path: string;
  readonly row?: number;
  /** From 1. */
  readonly column?: number;
  /** The limit that was passed. */
  readonly most?: number;
}

/** Something wrong in a table, with the code that the screens have for it. */
export type BadCell =
  | (QuotaProblem & { readonly table: "features" })
  | (PeopleProblem & { readonly table: "people" })
  | { readonly code: "no-quotas"; readonly table: "features" };

/** Somebody listed with --in or --out who cannot be. */
export interface ListProblem {
  readonly code: "person-unknown" | "person-confirmed-and-excluded";
  readonly table: "in" | "out";
  readonly row: number;
  readonly id: string;
}

export interface DrawFiles {
  readonly request: DrawRequest;
  readonly imported: ReadPeople;
  readonly table: Table;
}

type Problem = BadCell | FileProblem | ListProblem;

/** The request that the files and options say, or everything that is wrong with them. Files without a path are left out. */
export function readDrawFiles(options: DrawOptions): { files?: DrawFiles; problems: Problem[] } {
  const problems: Problem[] = [];
  const attempt = <T>(path: string | undefined, read: (path: string) => T): T | undefined => {
    if (path === undefined || path === "") return undefined;
    try {
      return read(path);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      problems.push({ code: error.code, path, ...error.place });
      return undefined;
    }
  };
  const features = attempt(options.features, readCsv);
  const table = attempt(options.people, readCsv);
  const { quotas, problems: badQuotas } = features ? readQuotas(features) : { quotas: [], problems: [] };
  problems.push(...badQuotas.map((problem) => ({ ...problem, table: "features" as const })));
  if (features && quotas.length === 0 && badQuotas.length === 0)
    problems.push({ code: "no-quotas", table: "features" });
  const imported = table && readPeople(table, quotas, options);
  problems.push(...(imported?.problems ?? []).map((problem) => ({ ...problem, table: "people" as const })));
  const confirmed = attempt(options.in, (path) => readIdList(path, options.id)) ?? [];
  const excluded = attempt(options.out, (path) => readIdList(path, options.id)) ?? [];
  if (imported && imported.people.length > 0) problems.push(...badLists(imported, { confirmed, excluded }));
  if (problems.length > 0 || !features || !table || !imported) return { problems };
  const request = {
    people: imported.people,
    quotas,
    seats: options.seats,
    households: options.household !== undefined,
    confirmedIds: confirmed.map(({ id }) => id),
    excludedIds: excluded.map(({ id }) => id),
    algorithm: options.algorithm,
    seed: options.seed,
    lottery: options.lottery,
  };
  return { files: { request, imported, table }, problems };
}

function badLists(
  { people }: ReadPeople,
  { confirmed, excluded }: { confirmed: readonly ListedId[]; excluded: readonly ListedId[] },
): ListProblem[] {
  const known = new Set(people.map(({ id }) => id));
  const inside = new Set(confirmed.map(({ id }) => id));
  const unknown = (table: "in" | "out", list: readonly ListedId[]): ListProblem[] =>
    list.filter(({ id }) => !known.has(id)).map(({ id, row }) => ({ code: "person-unknown", table, row, id }));
  const both = excluded
    .filter(({ id }) => inside.has(id))
    .map(({ id, row }): ListProblem => ({ code: "person-confirmed-and-excluded", table: "out", row, id }));
  return [...unknown("in", confirmed), ...unknown("out", excluded), ...both];
}
