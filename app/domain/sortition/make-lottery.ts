import type { PanelCounts } from "./check-panel";
import type { Distribution } from "./distribution";
import type { DrawControl } from "./draw-control";
import type { Pool } from "./group-people";
import { herdPanels } from "./herd-panels";
import { KnownPanels } from "./known-panels";
import { LotteryPolish } from "./polish-lottery";
import { roundLottery } from "./round-lottery";
import type { Solver } from "./solver";

/**
 * As many panels as asked for, each class as often as its expected seats say: the herd itself if it is long enough, otherwise
 * whole copies of the distribution's panels and, for the rest, panels herded towards what is still missing. Then swaps between
 * classes, and copies moved between panels, until everybody's count lies between floor and ceiling, where that can be had. After a stop, what is known must do.
 */
export function makeLottery(
  pool: Pool,
  distribution: Distribution,
  { size, solver, control }: { size: number; solver: Solver; control: DrawControl },
): readonly PanelCounts[] {
  const chosen = chooseMost(distribution, size);
  const stopped = control.stopAsked();
  if (chosen.length < size && !stopped) {
    const given = totalOf(chosen, pool.classes.length);
    const known = new KnownPanels(pool);
    for (const panel of distribution.panels) known.add(panel);
    const { expected } = distribution;
    const count = size - chosen.length;
    const herd = herdPanels(pool, expected, {
      solver,
      control,
      known,
      count,
      given,
      before: chosen.length,
      mayEndEarly: true,
    });
    for (const place of herd.places) chosen.push((known.list[place] as (typeof known.list)[number]).counts);
  }
  while (chosen.length < size)
    chosen.push(distribution.panels[chosen.length % distribution.panels.length] as PanelCounts);
  if (stopped) return chosen;
  const { expected } = distribution;
  const others = distribution.panels;
  const panels = new LotteryPolish(pool, { panels: chosen, expected }).polish(control);
  return control.stopAsked() ? panels : roundLottery(pool, { panels, others, expected, solver });
}

function chooseMost({ herd, panels, shares }: Distribution, size: number): PanelCounts[] {
  if (herd && herd.length >= size) return herd.slice(0, size);
  return panels.flatMap((panel, at) => new Array<PanelCounts>(Math.floor((shares[at] ?? 0) * size + 1e-9)).fill(panel));
}

function totalOf(panels: readonly PanelCounts[], width: number): Float64Array {
  const total = new Float64Array(width);
  for (const panel of panels) for (let at = 0; at < width; at++) total[at] = (total[at] ?? 0) + (panel[at] ?? 0);
  return total;
}
