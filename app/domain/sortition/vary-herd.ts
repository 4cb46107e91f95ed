import { itemAt } from "../kernel/item-at";
import { PanelCrossing } from "./cross-panels";
import { type DrawControl, leaveIfStopped } from "./draw-control";
import type { Pool } from "./group-people";
import { type Herd, hunger } from "./herd-panels";
import { type KnownPanels, type SparsePanel, weightOf } from "./known-panels";
import { rowsAtAverage } from "./panel-model";
import { activity } from "./tight-rows";

interface Varying {
  readonly expected: Float64Array;
  readonly known: KnownPanels;
  /** The herd to drive on; its panels are what others are made from. */
  readonly herd: Herd;
  /** Panels of the herd when it ends. */
  readonly count: number;
  readonly control: DrawControl;
}

/** Panels after which most must have been new, for crossing to be worth while. */
const trial = 50;

/**
 * The herd driven on by crossing its own panels, some milliseconds each and no linear program: what crossing cannot change (quotas that
 * vary from panel to panel, seats that are never exchanged) is kept near its average by the choice of the panel to begin
 * with, the classes by the crossing. Shorter than asked for where crossing makes nothing new, and empty where the herd is.
 */
export function varyHerd(pool: Pool, { expected, known, herd, count, control }: Varying): Herd {
  if (herd.places.length === 0) return herd;
  const crossing = new PanelCrossing(pool, expected);
  const bases = new Bases(pool, { expected, known, herd, locked: crossing.limits.locked });
  const total = Float64Array.from(herd.total);
  const places = [...herd.places];
  const from = known.list.length;
  for (let made = 0; places.length < count; made++) {
    if (made >= trial && known.list.length - from < made / 2) break;
    leaveIfStopped(control);
    control.report({ step: "panels", done: places.length, of: count });
    const weights = hunger(pool, { expected, total, round: places.length + 1 });
    const place = known.add(crossing.improve(bases.next(weights).counts, weights));
    places.push(place);
    const { counts, classes } = itemAt(known.list, place);
    for (const at of classes) total[at] = (total[at] ?? 0) + (counts[at] ?? 0);
  }
  return { places, total };
}

/** The panels to begin with, herded themselves towards what crossing leaves as it is. */
class Bases {
  private readonly panels: readonly SparsePanel[];
  /** What crossing leaves as it is, per panel, less its average. */
  private readonly off: readonly Float64Array[];
  private readonly sum: Float64Array;

  constructor(
    pool: Pool,
    { expected, known, herd, locked }: Omit<Varying, "count" | "control"> & { readonly locked: Uint8Array },
  ) {
    const quotas = new Set<ArrayLike<number>>(
      pool.rules.flatMap(({ kind, classes }) => (kind === "households" ? [] : [classes])),
    );
    const varying = rowsAtAverage(pool, expected).filter(
      ({ lower, upper, columns }) => lower !== upper && quotas.has(columns),
    );
    const kept = Array.from(locked.keys()).filter((at) => locked[at] && (expected[at] ?? 0) > 0);
    const partly = kept.filter((at) => (expected[at] ?? 0) < (pool.classes[at]?.cap ?? 0) - 1e-7);
    const profile = (seats: ArrayLike<number>): Float64Array =>
      Float64Array.from([...varying.map((row) => activity(row, seats)), ...partly.map((at) => seats[at] ?? 0)]);
    const average = profile(expected);
    this.panels = [...new Set(herd.places)].map((place) => itemAt(known.list, place));
    const off = this.panels.map(({ counts }) => profile(counts).map((seats, at) => seats - (average[at] ?? 0)));
    // What seldom varies counts for more: a seat in 1 panel of 100 is soon dealt too often.
    const scale = average.map((_, at) => {
      const spread = off.reduce((sum, one) => sum + (one[at] ?? 0) ** 2, 0) / off.length;
      return spread > 0 ? 1 / Math.sqrt(spread) : 0;
    });
    this.off = off.map((one) => one.map((seats, at) => seats * (scale[at] ?? 0)));
    this.sum = profile(herd.total).map(
      (seats, at) => (seats - herd.places.length * (average[at] ?? 0)) * (scale[at] ?? 0),
    );
  }

  /** The panel that brings the sum nearest to the average; of several, the one of largest weight. */
  next(weights: Float64Array): SparsePanel {
    let [best, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    this.off.forEach((off, at) => {
      let distance = 0;
      for (let k = 0; k < off.length; k++) distance += ((this.sum[k] as number) + (off[k] as number)) ** 2;
      if (distance > least + 1e-9) return;
      const weight = weightOf(itemAt(this.panels, at), weights);
      if (distance > least - 1e-9 && weight <= most) return;
      [best, least, most] = [at, Math.min(least, distance), weight];
    });
    const off = itemAt(this.off, best);
    for (let k = 0; k < off.length; k++) this.sum[k] = (this.sum[k] as number) + (off[k] as number);
    return itemAt(this.panels, best);
  }
}
