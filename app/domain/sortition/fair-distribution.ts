import { itemAt } from "../kernel/item-at";
import type { Distribution } from "./distribution";
import { DrawStopped } from "./draw-control";
import type { Ideal } from "./equalise-leximin";
import { type Best, type FairTools, type Search, searchedClasses, sharesOf } from "./fair-search";
import type { Pool } from "./group-people";
import { type Herd, herdPanels } from "./herd-panels";
import { KnownPanels } from "./known-panels";
import { OuterBound } from "./outer-bound";
import { panelRows } from "./panel-model";
import { PanelPricer } from "./price-panel";
import { exactWithin, proveDistribution } from "./prove-distribution";
import { leaveOutUnreached, reachClasses } from "./reach-classes";
import type { Solver } from "./solver";
import { variedDistribution } from "./varied-distribution";
import { nearestShares } from "./weigh-panels";

/** Small pools learn first whom no panel can contain; for large ones herding finds nearly everybody on its way. */
const reachFirst = 60;
const cutRounds = 400;

/**
 * Relax, herd, certify: the ideal inside the outer bound, panels that average to it, and the proof; what proves the ideal out of
 * reach cuts it off, and the search goes on with a tighter bound. Exact up to 1e-7 in probability where it says so.
 */
export function fairDistribution(pool: Pool, tools: FairTools): Distribution {
  const search: Search = {
    outer: new OuterBound(pool),
    known: new KnownPanels(pool),
    best: undefined,
    ideal: undefined,
  };
  try {
    const { provenClasses = searchedClasses } = tools;
    return pool.classes.length <= provenClasses
      ? certified(search, tools)
      : mixed(search, variedDistribution(search, tools));
  } catch (error) {
    if (!(error instanceof DrawStopped)) throw error;
    return bestSoFar(search, tools);
  }
}

function certified(search: Search, tools: FairTools): Distribution {
  const { outer, known } = search;
  const width = outer.pool.classes.length;
  if (width <= reachFirst) reachClasses(outer, known, tools);
  else leaveOutUnreached(outer, tools);
  // More panels than classes by half: then the herd's own shares can nearly always be put right.
  let count = Math.ceil(1.5 * width) + 60;
  for (let round = 0; round < cutRounds; round++) {
    const ideal = tools.ideal(outer);
    search.ideal = ideal;
    const herd = herdAndReach(search, { ...tools, ideal, count });
    if (!herd) continue;
    const further = furtherPanels(search, { ...tools, herd, ideal });
    const { shares, gap, cut } = proveDistribution(outer, { expected: ideal.expected, known, ...tools, ...further });
    search.best = { ideal, shares, gap, herd };
    if (!cut) break;
    count = Math.ceil(width / 4) + 4;
  }
  if (!search.best) throw new Error("no distribution was found");
  return mixed(search, search.best);
}

/**
 * The herd; nothing when its first stretch, long enough to meet everybody, left classes over that no panel contains at all: then
 * the ideal changes and the rest would be in vain.
 */
function herdAndReach(
  { outer, known }: Search,
  { ideal, count, solver, control }: Omit<FairTools, "ideal"> & { readonly ideal: Ideal; readonly count: number },
): Herd | undefined {
  const { expected, minimum } = ideal;
  const stretch = Math.min(count, Math.ceil(2.5 / Math.max(minimum, 1e-3)));
  const first = herdPanels(outer.pool, expected, { solver, control, known, count: stretch });
  if (reachClasses(outer, known, { solver, control })) return undefined;
  const rest = { count: count - stretch, given: first.total, before: first.places.length };
  const second = herdPanels(outer.pool, expected, { solver, control, known, ...rest });
  return { places: [...first.places, ...second.places], total: second.total };
}

/** The herd driven on, a few times: cheaper than exact searches while panels are merely too few. */
function furtherPanels(
  { known, outer }: Search,
  { herd, ideal, solver, control }: Omit<FairTools, "ideal"> & { readonly herd: Herd; readonly ideal: Ideal },
): { readonly more: () => boolean; readonly herdShares: () => Float64Array } {
  const width = outer.pool.classes.length;
  let times = width > reachFirst ? 3 : 0;
  let { total: given } = herd;
  const places = [...herd.places];
  const more = (): boolean => {
    if (times-- <= 0) return false;
    const count = Math.ceil(width / 3);
    const before = places.length;
    const further = herdPanels(outer.pool, ideal.expected, { solver, control, known, count, given, before });
    given = further.total;
    places.push(...further.places);
    return true;
  };
  return { more, herdShares: () => sharesOf(places, known) };
}

/** The mixture of known panels that was found, with the ideal's own probabilities where it reaches them. */
function mixed({ outer, known }: Search, { ideal, shares, gap, herd }: Best): Distribution {
  const exact = gap <= exactWithin;
  const used = Array.from(shares.keys()).filter((at) => (shares[at] ?? 0) > 1e-12);
  const sum = used.reduce((total, at) => total + (shares[at] ?? 0), 0);
  const panels = used.map((at) => itemAt(known.list, at).counts);
  const kept = Float64Array.from(used, (at) => (shares[at] ?? 0) / sum);
  return {
    expected: exact ? ideal.expected : averageOf(panels, kept),
    panels,
    shares: kept,
    herd: herd.places.map((place) => itemAt(known.list, place).counts),
    unreachable: outer.unreachable,
    proof: { exact, bound: ideal.minimum, gap: Math.max(gap, ideal.objectiveGap ?? 0) },
  };
}

function averageOf(panels: readonly Int32Array[], shares: Float64Array): Float64Array {
  const average = new Float64Array(panels[0]?.length ?? 0);
  panels.forEach((panel, at) => {
    for (let one = 0; one < panel.length; one++)
      average[one] = (average[one] ?? 0) + (panel[one] ?? 0) * (shares[at] ?? 0);
  });
  return average;
}

/**
 * After a stop: the last mixture, or the panels found so far, mixed as near to the ideal as a few steps take them, and how far that can be
 * from the best.
 */
function bestSoFar(search: Search, { solver, control }: FairTools): Distribution {
  const { known, best, ideal, outer } = search;
  if (best) return mixed(search, { ...best, shares: padded(best.shares, known.list.length) });
  if (known.list.length === 0) addAnyPanel(search, solver);
  const panels = known.list.map(({ counts }) => counts);
  const equal = new Float64Array(panels.length).fill(1 / panels.length);
  const toEnd = { now: () => control.now(), report: () => undefined, stopAsked: () => false };
  const shares = ideal ? nearestShares(known.list, { expected: ideal.expected, start: equal, control: toEnd }) : equal;
  const expected = averageOf(panels, shares);
  const bound = ideal?.minimum ?? 1;
  const gap = outer.pool.classes.reduce((most, { members }, at) => {
    const goal = ideal ? (ideal.expected[at] ?? 0) : members.length;
    return Math.max(most, (goal - (expected[at] ?? 0)) / members.length);
  }, 0);
  return { expected, panels, shares, unreachable: outer.unreachable, proof: { exact: false, bound, gap } };
}

function padded(shares: Float64Array, length: number): Float64Array {
  const all = new Float64Array(length);
  all.set(shares);
  return all;
}

/** One valid panel in a few milliseconds, or the stop itself. */
function addAnyPanel({ known, outer }: Search, solver: Solver): void {
  const lower = new Float64Array(outer.pool.classes.length);
  const upper = outer.caps();
  const pricer = new PanelPricer(outer.pool, solver, { lower, upper, rows: panelRows(outer.pool) });
  try {
    const priced = pricer.price(lower, () => 0);
    if (!priced) throw new DrawStopped();
    known.add(priced.panel);
  } finally {
    pricer.close();
  }
}
