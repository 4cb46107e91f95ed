import { itemAt } from "../kernel/item-at";
import type { PanelCounts } from "./check-panel";
import { LotteryCrossing } from "./cross-lottery";
import type { Distribution } from "./distribution";
import type { DrawControl } from "./draw-control";
import { searchedClasses } from "./fair-search";
import type { Pool } from "./group-people";
import { heaviest, herdPanels, hunger } from "./herd-panels";
import { KnownPanels } from "./known-panels";
import { goalsOf, misses, seatsOver } from "./lottery-goals";
import { LotteryPolish } from "./polish-lottery";
import { roundLottery } from "./round-lottery";
import type { Solver } from "./solver";

/**
 * As many panels as asked for, each class as often as its expected seats say: the herd itself if it is long enough, otherwise
 * whole copies of the distribution's panels and, for the rest, panels herded towards what is still missing. Then swaps
 * between classes, exchanges inside of panels, and copies moved between panels, until everybody's count lies between floor and ceiling, where
 * that can be had. After a stop, what is known must do.
 */
export function makeLottery(pool: Pool, distribution: Distribution, making: Making): readonly PanelCounts[] {
  const { size, solver, control } = making;
  const { herd, expected, panels: others } = distribution;
  const stopped = control.stopAsked();
  const begun = herd && herd.length >= size ? herd.slice(0, size) : filled(pool, distribution, making);
  const goals = goalsOf(pool, { expected, size });
  if (stopped || misses(begun, goals) === 0) return begun;
  // Chains of swaps are quick in small pools; in large ones each takes long, and exchanges are tried first.
  const ways = [LotteryPolish, LotteryCrossing];
  if (pool.classes.length > searchedClasses) ways.reverse();
  let panels: readonly PanelCounts[] = begun;
  for (const Way of ways) {
    panels = new Way(pool, { panels, expected }).putRight(control);
    if (control.stopAsked() || misses(panels, goals) === 0) return panels;
  }
  return roundLottery(pool, { panels, others, expected, solver });
}

interface Making {
  readonly size: number;
  readonly solver: Solver;
  readonly control: DrawControl;
}

/** Copies of the distribution's panels by their shares, and the rest towards what is missing; after a stop, by the largest remainders. */
function filled(pool: Pool, distribution: Distribution, { size, solver, control }: Making): PanelCounts[] {
  const { panels, shares } = distribution;
  const chosen = panels.flatMap((panel, at) =>
    new Array<PanelCounts>(Math.floor((shares[at] ?? 0) * size + 1e-9)).fill(panel),
  );
  if (chosen.length < size && !control.stopAsked()) {
    const rest = { size, chosen, solver, control };
    const isMany = pool.classes.length > searchedClasses;
    chosen.push(...(isMany ? knownRest(pool, distribution, rest) : newRest(pool, distribution, rest)));
  }
  if (chosen.length < size) {
    const remainderOf = (at: number): number => ((shares[at] ?? 0) * size + 1e-9) % 1;
    const order = Array.from(panels.keys()).sort((one, other) => remainderOf(other) - remainderOf(one));
    for (let turn = 0; chosen.length < size; turn++) {
      chosen.push(itemAt(panels, itemAt(order, turn % order.length)));
    }
  }
  return chosen;
}

interface Rest {
  readonly size: number;
  readonly chosen: readonly PanelCounts[];
  readonly solver: Solver;
  readonly control: DrawControl;
}

/** Panels herded towards what is still missing. */
function newRest(
  pool: Pool,
  { panels, expected }: Distribution,
  { size, chosen, solver, control }: Rest,
): PanelCounts[] {
  const known = knownOf(pool, panels);
  const given = seatsOver(chosen, pool.classes.length);
  const tools = { solver, control, known, given, before: chosen.length, mayEndEarly: true };
  const herd = herdPanels(pool, expected, { ...tools, count: size - chosen.length });
  return herd.places.map((place) => itemAt(known.list, place).counts);
}

/** Panels looked at for each copy, in turns: all of them would take ten times as long and serve hardly better. */
const glance = 500;

/** Copies of the distribution's panels, each the one that best serves who is short: with so many classes there are panels enough. */
function knownRest(pool: Pool, { panels, expected }: Distribution, { size, chosen, control }: Rest): PanelCounts[] {
  const { list } = knownOf(pool, panels);
  const total = seatsOver(chosen, pool.classes.length);
  const rest: PanelCounts[] = [];
  while (chosen.length + rest.length < size && !control.stopAsked()) {
    const round = chosen.length + rest.length + 1;
    control.report({ step: "lottery", done: round, of: size });
    const seen = Array.from({ length: Math.min(glance, list.length) }, (_, at) =>
      itemAt(list, (round * glance + at) % list.length),
    );
    const panel = seen[heaviest(seen, hunger(pool, { expected, total, round })) ?? 0];
    if (!panel) break;
    for (const at of panel.classes) total[at] = (total[at] ?? 0) + (panel.counts[at] ?? 0);
    rest.push(panel.counts);
  }
  return rest;
}

function knownOf(pool: Pool, panels: readonly PanelCounts[]): KnownPanels {
  const known = new KnownPanels(pool);
  for (const panel of panels) known.add(panel);
  return known;
}
