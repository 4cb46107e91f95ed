import type { DrawRequest } from "../sortition/draw-request";
import type { Pool } from "../sortition/group-people";
import { householdKey } from "../sortition/household-key";
import { type Solver, withModel } from "../sortition/solver";

/** Every valid panel of a small request, person by person, straight from the rules: the oracle of the draw's tests. */
export function enumeratePanels(request: DrawRequest): string[][] {
  const { people, quotas, seats } = request;
  const confirmed = new Set(request.confirmedIds ?? []);
  const excluded = new Set(request.excludedIds ?? []);
  const panels: string[][] = [];
  const isValid = (panel: readonly number[]): boolean => {
    const chosen = panel.map((at) => people[at] as DrawRequest["people"][number]);
    const ids = new Set(chosen.map(({ id }) => id));
    if ([...confirmed].some((id) => !ids.has(id)) || chosen.some(({ id }) => excluded.has(id))) return false;
    const homes = request.households ? chosen.flatMap(({ household }) => householdKey(household) ?? []) : [];
    if (new Set(homes).size < homes.length) return false;
    return quotas.every(({ feature, value, min, max }) => {
      const count = chosen.filter(({ features }) => features[feature] === value).length;
      return min <= count && count <= max;
    });
  };
  const extend = (panel: number[], next: number): void => {
    if (panel.length === seats) {
      if (isValid(panel)) panels.push(panel.map((at) => people[at]?.id ?? ""));
      return;
    }
    for (let at = next; at < people.length; at++) extend([...panel, at], at + 1);
  };
  extend([], 0);
  return panels;
}

/** The seats that each class of a pool has in these panels. */
export function seatsPerClass(pool: Pool, panels: readonly (readonly string[])[]): Int32Array[] {
  const classOf = new Map(
    pool.classes.flatMap(({ members }, at) => members.map((person) => [pool.people[person]?.id ?? "", at] as const)),
  );
  return panels.map((panel) => {
    const counts = new Int32Array(pool.classes.length);
    for (const at of panel.flatMap((id) => classOf.get(id) ?? [])) counts[at] = (counts[at] ?? 0) + 1;
    return counts;
  });
}

/** The leximin probabilities by linear programs over all panels; people in no panel have 0. */
export function leximinOf(
  panels: readonly (readonly string[])[],
  ids: readonly string[],
  solver: Solver,
): Map<string, number> {
  const inside = ids.filter((id) => panels.some((panel) => panel.includes(id)));
  const fixed = new Map<string, number>();
  while (fixed.size < inside.length) {
    const level = maximise({ panels, inside, fixed, solver });
    const stuck = inside.filter((id) => {
      if (fixed.has(id)) return false;
      return maximise({ panels, inside, fixed, solver, floor: level, favourite: id }) < level + 1e-7;
    });
    if (stuck.length === 0) throw new Error("nobody is stuck at the level");
    for (const id of stuck) fixed.set(id, level);
  }
  return new Map(ids.map((id) => [id, fixed.get(id) ?? 0]));
}

interface Question {
  readonly panels: readonly (readonly string[])[];
  readonly inside: readonly string[];
  readonly fixed: ReadonlyMap<string, number>;
  readonly solver: Solver;
  /** Everybody not fixed gets at least this; the favourite's own probability is raised. */
  readonly floor?: number;
  readonly favourite?: string;
}

function maximise({ panels, inside, fixed, solver, floor, favourite }: Question): number {
  const level = panels.length;
  const rows = inside.map((id) => {
    const columns = panels.flatMap((panel, at) => (panel.includes(id) ? [at] : []));
    const rises = favourite === undefined ? !fixed.has(id) : id === favourite;
    return {
      lower: rises ? 0 : (fixed.get(id) ?? floor ?? 0) - 1e-9,
      upper: Number.POSITIVE_INFINITY,
      columns: rises ? [...columns, level] : columns,
      values: rises ? [...columns.map(() => 1), -1] : columns.map(() => 1),
    };
  });
  const all = panels.map((_, at) => at);
  const model = {
    costs: [...all.map(() => 0), 1],
    lower: new Float64Array(level + 1),
    upper: new Float64Array(level + 1).fill(1),
    rows: [...rows, { lower: 1, upper: 1, columns: all, values: all.map(() => 1) }],
  };
  return withModel(solver, model, (opened) => {
    const solution = opened.solve();
    if (solution.status !== "optimal") throw new Error(`oracle: ${solution.status}`);
    return solution.objective;
  });
}
