import { type Random, uniform } from "../kernel/random";
import { asPanel } from "./check-panel";
import type { Distribution } from "./distribution";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { KnownPanels } from "./known-panels";
import { OuterBound } from "./outer-bound";
import { panelModel } from "./panel-model";
import { reachClasses } from "./reach-classes";
import { type Solver, withModel } from "./solver";

/** QUICK: a few valid panels, each the best for random weights. Chances are not equalised. */
export function quickDistribution(
  pool: Pool,
  { solver, control, random }: { solver: Solver; control: DrawControl; random: Random },
): Distribution {
  const width = pool.classes.length;
  const wanted = Math.max(1, Math.min(50, Math.round(10_000 / width)));
  const panels = withModel(solver, panelModel(pool, new Float64Array(width), true), (model) =>
    Array.from({ length: wanted }, () => {
      leaveIfStopped(control);
      model.setCosts(Float64Array.from(pool.classes, () => uniform(random)));
      const solution = model.solve({ gap: 0.05 });
      const panel =
        solution.status === "optimal" || solution.status === "limit" ? asPanel(pool, solution.values) : undefined;
      if (!panel) throw new Error(`quick draw: solver answered ${solution.status}`);
      return panel;
    }),
  );
  const outer = new OuterBound(pool);
  const known = new KnownPanels(pool);
  for (const panel of panels) known.add(panel);
  reachClasses(outer, known, { solver, control });
  const expected = new Float64Array(width);
  for (const panel of panels) {
    for (const [at, count] of panel.entries()) expected[at] = (expected[at] ?? 0) + count / wanted;
  }
  const shares = new Float64Array(wanted).fill(1 / wanted);
  return { expected, panels, shares, unreachable: outer.unreachable, proof: { exact: false, bound: 1, gap: 1 } };
}
