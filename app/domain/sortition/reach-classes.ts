import { asPanel } from "./check-panel";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { KnownPanels } from "./known-panels";
import { type OuterBound, solved } from "./outer-bound";
import { panelModel } from "./panel-model";
import { type Solver, withModel } from "./solver";

/** Seats on average that count as none. */
const none = 1e-7;

/**
 * Adds to `outer.unreachable` the classes that not even an average meeting every rule gives a seat: no panel contains them. Each linear
 * program gives as many seats as it can to the classes that have had none so far; when that is none, they never will.
 */
export function leaveOutUnreached(
  outer: OuterBound,
  { solver, control }: { solver: Solver; control: DrawControl },
): void {
  const { pool } = outer;
  const open = new Set(pool.classes.keys());
  withModel(solver, panelModel(pool, new Float64Array(pool.classes.length), false), (model) => {
    while (open.size > 0) {
      leaveIfStopped(control);
      model.setCosts(Float64Array.from(pool.classes, (_, at) => (open.has(at) ? 1 : 0)));
      const { values } = solved(model.solve());
      const reached = [...open].filter((at) => (values[at] ?? 0) > none);
      for (const at of reached) open.delete(at);
      if (reached.length === 0) break;
    }
  });
  for (const at of open) outer.unreachable.add(at);
}

/**
 * Finds, for every class, a panel that contains it, or proves that there is none (then it joins `outer.unreachable`).
 * Answers whether a class was proven unreachable just now.
 */
export function reachClasses(
  outer: OuterBound,
  known: KnownPanels,
  { solver, control }: { solver: Solver; control: DrawControl },
): boolean {
  const { pool } = outer;
  const unseen = (): number[] => {
    const seen = known.seen();
    return Array.from(pool.classes.keys()).filter((at) => !seen[at] && !outer.unreachable.has(at));
  };
  let missing = unseen();
  if (missing.length === 0) return false;
  return withModel(solver, panelModel(pool, new Float64Array(pool.classes.length), true), (model) => {
    while (missing.length > 0) {
      leaveIfStopped(control);
      control.report({ step: "reach", done: pool.classes.length - missing.length, of: pool.classes.length });
      const weights = new Float64Array(pool.classes.length);
      for (const at of missing) weights[at] = 1;
      model.setCosts(weights);
      const panel = asPanel(pool, solved(model.solve()).values);
      if (!panel) throw new Error("the solver's best panel misses a rule");
      known.add(panel);
      const left = unseen();
      if (left.length === missing.length) {
        for (const at of left) outer.unreachable.add(at);
        return true;
      }
      missing = left;
    }
    return false;
  });
}
