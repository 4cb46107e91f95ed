import { seededRandom, uniform } from "../kernel/random";
import { asPanel, type PanelCounts } from "./check-panel";
import type { Pool } from "./group-people";
import { KnownPanels, type SparsePanel } from "./known-panels";
import { goalsOf, type LotteryGoals, misses } from "./lottery-goals";
import { panelModel, rowsAtAverage } from "./panel-model";
import { type Solver, withModel } from "./solver";

/** More classes or panels than this are left as they are: whole-number programs of that size take minutes and seldom help. */
const mostClasses = 60;
const mostPanels = 1500;
/** How often panels not met so far are looked for. */
const searchTimes = 80;
/** Branch and bound stops here: the same lottery gives the same answer. */
const nodes = 100;
/** How far the copies of each panel may move: near first, so that most panels stay. */
const reaches = [2, 12, Number.POSITIVE_INFINITY];

interface Rounding {
  readonly panels: readonly PanelCounts[];
  /** Further valid panels that may be taken instead. */
  readonly others: readonly PanelCounts[];
  readonly expected: Float64Array;
  readonly solver: Solver;
}

/**
 * A lottery as long as the given one in which every class has between the floor and the ceiling of what its people should get, by
 * moving copies from panels to others; the given one when it is already so or when none is found that is nearer.
 */
export function roundLottery(pool: Pool, { panels, others, expected, solver }: Rounding): readonly PanelCounts[] {
  const goals = goalsOf(pool, { expected, size: panels.length });
  if (misses(panels, goals) === 0 || pool.classes.length > mostClasses) return panels;
  const known = new KnownPanels(pool);
  const places = panels.map((panel) => known.add(panel));
  for (const panel of others) known.add(panel);
  if (known.list.length > mostPanels) return panels;
  const near = nearest(known.list, { places, goals, panels, solver });
  if (misses(near, goals) === 0) return near;
  seekPanels(pool, known, { expected, solver });
  return nearest(known.list, { places, goals, panels: near, solver });
}

/** The best that moving copies of these panels does, near first. */
function nearest(
  list: readonly SparsePanel[],
  {
    places,
    goals,
    panels,
    solver,
  }: Pick<Rounding, "panels" | "solver"> & { places: readonly number[]; goals: LotteryGoals },
): readonly PanelCounts[] {
  const copies = new Float64Array(list.length);
  for (const place of places) copies[place] = (copies[place] ?? 0) + 1;
  let best = panels;
  for (const reach of reaches) {
    const found = withCopies(list, { copies, goals, reach, solver });
    if (found?.length === panels.length && misses(found, goals) < misses(best, goals)) best = found;
    if (misses(best, goals) === 0) break;
  }
  return best;
}

/** Valid panels of the classes that have seats at all, best for weights by lot. */
function seekPanels(
  pool: Pool,
  known: KnownPanels,
  { expected, solver }: { expected: Float64Array; solver: Solver },
): void {
  const random = seededRandom("panels to round a lottery");
  const model = panelModel(pool, new Float64Array(expected.length), true);
  const upper = Float64Array.from(model.upper, (most, at) => ((expected[at] ?? 0) > 0 ? most : 0));
  withModel(solver, { ...model, upper, rows: rowsAtAverage(pool, expected) }, (opened) => {
    for (let time = 0; time < searchTimes; time++) {
      opened.setCosts(expected.map(() => uniform(random)));
      const solution = opened.solve();
      const panel = "values" in solution ? asPanel(pool, solution.values) : undefined;
      if (panel) known.add(panel);
    }
  });
}

interface Copying {
  readonly copies: Float64Array;
  readonly goals: LotteryGoals;
  readonly reach: number;
  readonly solver: Solver;
}

/** Columns: copies of each panel, then per class the seats it is over and the seats it is under. */
function withCopies(
  list: readonly SparsePanel[],
  { copies, goals: { least, most }, reach, solver }: Copying,
): PanelCounts[] | undefined {
  const [width, classes] = [list.length, least.length];
  const size = copies.reduce((sum, count) => sum + count, 0);
  const columns = Array.from({ length: classes }, (_, at) => [width + at, width + classes + at]);
  const values = Array.from({ length: classes }, () => [-1, 1]);
  list.forEach(({ counts, classes: inside }, panel) => {
    for (const at of inside) {
      columns[at]?.push(panel);
      values[at]?.push(counts[at] ?? 0);
    }
  });
  const rows = columns.map((places, at) => ({
    lower: least[at] ?? 0,
    upper: most[at] ?? 0,
    columns: places,
    values: values[at] ?? [],
  }));
  const all = Array.from({ length: width }, (_, panel) => panel);
  const slack = columns.flatMap(() => [0, 0]);
  const model = {
    costs: [...all.map(() => 0), ...slack.map(() => -1)],
    lower: [...Array.from(copies, (count) => Math.max(0, count - reach)), ...slack],
    upper: [...Array.from(copies, (count) => Math.min(size, count + reach)), ...slack.map(() => size)],
    rows: [...rows, { lower: size, upper: size, columns: all, values: all.map(() => 1) }],
    whole: [...all.map(() => true), ...slack.map(() => false)],
  };
  return withModel(solver, model, (opened) => {
    const solution = opened.solve({ nodes, target: -1e-6 });
    if (!("values" in solution)) return undefined;
    return list.flatMap(({ counts }, panel) =>
      new Array<PanelCounts>(Math.max(0, Math.round(solution.values[panel] ?? 0))).fill(counts),
    );
  });
}
