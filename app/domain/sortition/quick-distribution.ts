import { type Random, uniform } from "../kernel/random";
import type { PanelCounts } from "./check-panel";
import type { Distribution } from "./distribution";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { KnownPanels } from "./known-panels";
import { OuterBound } from "./outer-bound";
import { panelRows } from "./panel-model";
import { ExactPricer, PanelPricer } from "./price-panel";
import { reachClasses } from "./reach-classes";
import type { Solver } from "./solver";

/** QUICK: a few valid panels, each good for random weights. Chances are not equalised. */
export function quickDistribution(
  pool: Pool,
  { solver, control, random }: { solver: Solver; control: DrawControl; random: Random },
): Distribution {
  const width = pool.classes.length;
  const wanted = Math.max(1, Math.min(50, Math.round(10_000 / width)));
  const outer = new OuterBound(pool);
  const pricer = new PanelPricer(pool, solver, {
    lower: new Float64Array(width),
    upper: outer.caps(),
    rows: panelRows(pool),
  });
  const known = new KnownPanels(pool);
  const panels: PanelCounts[] = [];
  try {
    for (let round = 0; round < wanted; round++) {
      leaveIfStopped(control);
      control.report({ step: "panels", done: round, of: wanted });
      const weights = Float64Array.from(pool.classes, () => uniform(random));
      const panel = (pricer.price(weights, () => 0) ?? exactly(pool, { solver, weights })).panel;
      known.add(panel);
      panels.push(panel);
    }
  } finally {
    pricer.close();
  }
  reachClasses(outer, known, { solver, control });
  const expected = new Float64Array(width);
  for (const panel of panels) {
    for (const [at, count] of panel.entries()) expected[at] = (expected[at] ?? 0) + count / wanted;
  }
  const shares = new Float64Array(wanted).fill(1 / wanted);
  return { expected, panels, shares, unreachable: outer.unreachable, proof: { exact: false, bound: 1, gap: 1 } };
}

function exactly(pool: Pool, { solver, weights }: { solver: Solver; weights: Float64Array }) {
  const pricer = new ExactPricer(pool, solver);
  try {
    return pricer.price(weights);
  } finally {
    pricer.close();
  }
}
