import { householdKey } from "~/app/domain/sortition/household-key";
import type { DrawFiles } from "./draw-files";

type Rows = (readonly string[])[];

/** The selected people, and those who remain: without the selected, the excluded and people at the selected's addresses. */
export function peopleTables(
  { request, imported, table }: Pick<DrawFiles, "request" | "imported" | "table">,
  drawnIds: readonly string[],
): { selected: Rows; remaining: Rows } {
  const drawn = new Set(drawnIds);
  const excluded = new Set(request.excludedIds);
  const homes = new Map(
    request.households ? request.people.map(({ id, household }) => [id, householdKey(household)]) : [],
  );
  const taken = new Set([...drawn].map((id) => homes.get(id)).filter((home) => home !== undefined));
  const remains = (id: string): boolean => {
    const home = homes.get(id);
    return !drawn.has(id) && !excluded.has(id) && (home === undefined || !taken.has(home));
  };
  const rowsOf = (keep: (id: string) => boolean): Rows =>
    request.people.filter(({ id }) => keep(id)).map(({ id }) => padded(imported.rows.get(id) ?? [], table.header));
  return {
    selected: [table.header, ...rowsOf((id) => drawn.has(id))],
    remaining: [table.header, ...rowsOf(remains)],
  };
}

/** As many cells as the header has. */
function padded(cells: readonly string[], header: readonly string[]): readonly string[] {
  return header.map((_, at) => cells[at] ?? "");
}
