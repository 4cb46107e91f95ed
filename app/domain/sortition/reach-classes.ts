import { asPanel } from "./check-panel";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { KnownPanels } from "./known-panels";
import { type OuterBound, solved } from "./outer-bound";
import { panelModel } from "./panel-model";
import { type Solver, withModel } from "./solver";

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
