import { asPanel } from "./check-panel";
import type { Distribution } from "./distribution";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { KnownPanels } from "./known-panels";
import { OuterBound, solved } from "./outer-bound";
import { panelRows } from "./panel-model";
import { reachClasses } from "./reach-classes";
import { type LinearRow, type Solver, withModel } from "./solver";

const tables = 50;
/** Branch and bound stops here: the same pool gives the same panel. */
const nodes = 400;
const goodEnough = 0.01;

/** One cell of a table of features against each other: its classes, and the confirmed already in it. */
interface Cell {
  readonly classes: readonly number[];
  readonly confirmed: number;
  readonly ideal: number;
}

/**
 * DIVERSIMAX (as in sortition-algorithms): the panel nearest to equal cells over all tables of features against each other.
 * People of one class have equal chances for its seats; nobody else's chances are equalised.
 */
export function diversimaxDistribution(
  pool: Pool,
  { solver, control }: { solver: Solver; control: DrawControl },
): Distribution {
  const outer = new OuterBound(pool);
  const known = new KnownPanels(pool);
  reachClasses(outer, known, { solver, control });
  leaveIfStopped(control);
  control.report({ step: "equalise" });
  const cells = cellsOf(pool);
  const width = pool.classes.length;
  const distances = cells.flatMap(({ classes, confirmed, ideal }, at): LinearRow[] => {
    const columns = [...classes, width + at];
    const goal = ideal - confirmed;
    return [
      { lower: Number.NEGATIVE_INFINITY, upper: goal, columns, values: [...classes.map(() => 1), -1] },
      { lower: goal, upper: Number.POSITIVE_INFINITY, columns, values: [...classes.map(() => 1), 1] },
    ];
  });
  const model = {
    costs: [...new Float64Array(width), ...cells.map(() => -1)],
    lower: new Float64Array(width + cells.length),
    upper: [...outer.caps(), ...cells.map(() => Number.POSITIVE_INFINITY)],
    rows: [...panelRows(pool), ...distances],
    whole: [...pool.classes.map(() => true), ...cells.map(() => false)],
  };
  return withModel(solver, model, (opened) => {
    const small = width <= 60;
    const { values, objective, bound } = solved(opened.solve(small ? {} : { nodes, gap: goodEnough }));
    const panel = asPanel(pool, values);
    if (!panel) throw new Error("the solver's most diverse panel misses a rule");
    const gap = objective < 0 ? Math.max(0, (bound - objective) / -objective) : 0;
    const expected = Float64Array.from(panel);
    const proof = { exact: gap < 1e-9, bound: 1, gap };
    return { expected, panels: [panel], shares: Float64Array.of(1), unreachable: outer.unreachable, proof };
  });
}

/** Every table small enough to be filled (as many cells as seats at most, two people of the pool per cell), fewest features first. */
function cellsOf(pool: Pool): Cell[] {
  const present = [...pool.classes.flatMap(({ members }) => members), ...pool.confirmed];
  const size = pool.seats + pool.confirmed.length;
  const answerOf = (person: number, feature: string): string => pool.people[person]?.features[feature] ?? "";
  const cells: Cell[] = [];
  let used = 0;
  for (const features of subsets(pool.features)) {
    if (used >= tables) break;
    const counts = features.map((feature) => new Set(present.map((person) => answerOf(person, feature))).size);
    const number = counts.reduce((product, count) => product * count, 1);
    if (number > size || present.length / number < 2) continue;
    used++;
    const nameOf = (person: number): string => JSON.stringify(features.map((feature) => answerOf(person, feature)));
    const classes = new Map<string, number[]>();
    pool.classes.forEach(({ members }, at) => {
      const name = nameOf(members[0] ?? 0);
      classes.set(name, [...(classes.get(name) ?? []), at]);
    });
    for (const [name, list] of classes) {
      const confirmed = pool.confirmed.filter((person) => nameOf(person) === name).length;
      cells.push({ classes: list, confirmed, ideal: size / number });
    }
  }
  return cells;
}

/** Sets of features by size, up to four. */
function subsets(features: readonly string[]): string[][] {
  const all: string[][] = [];
  let last: { set: string[]; next: number }[] = [{ set: [], next: 0 }];
  for (let size = 1; size <= Math.min(4, features.length); size++) {
    last = last.flatMap(({ set, next }) =>
      features.slice(next).map((feature, step) => ({ set: [...set, feature], next: next + step + 1 })),
    );
    all.push(...last.map(({ set }) => set));
  }
  return all;
}
