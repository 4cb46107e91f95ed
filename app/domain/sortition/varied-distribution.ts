import { leaveIfStopped } from "./draw-control";
import type { Ideal } from "./equalise-leximin";
import { faceOf, searchFace } from "./face-panels";
import { type Best, type FairTools, type Search, sharesOf } from "./fair-search";
import { type Herd, herdPanels } from "./herd-panels";
import { seatsOver } from "./lottery-goals";
import { exactWithin, shortfall } from "./prove-distribution";
import { leaveOutUnreached, reachClasses } from "./reach-classes";
import { varyHerd } from "./vary-herd";
import { nearestShares } from "./weigh-panels";

/** Panels that linear programs find; the others are crossed from them. */
const basePanels = 120;
/** Panels for each class, crossed ones included: then shares can nearly always be put right. */
const panelsPerClass = 1.3;
/** Panels where none can be crossed. */
const uncrossedPanels = 1000;
/** Of the smallest probability: a shortfall that is worth no further panels. */
const nearEnough = 1e-4;
const furtherTimes = 2;

/**
 * For pools of too many classes to search for the last panels of a proof: a short herd driven on by crossing, and shares that come as
 * near to the ideal as a few steps take them. The best is kept in `search` while it runs.
 */
export function variedDistribution(search: Search, tools: FairTools): Best {
  const { outer, known } = search;
  leaveOutUnreached(outer, tools);
  for (;;) {
    const ideal = tools.ideal(outer);
    search.ideal = ideal;
    const first = manyPanels(search, { ...tools, ideal });
    if (reachClasses(outer, known, tools)) continue;
    // Where nothing led to a panel, the exact search for everybody has found some to begin with.
    const herd = first.places.length > 0 ? first : manyPanels(search, { ...tools, ideal });
    search.best = nearest(search, { ...tools, ideal, herd });
    return search.best;
  }
}

type WithIdeal = Omit<FairTools, "ideal"> & { readonly ideal: Ideal };

/** More panels than classes, most of them crossed; where crossing makes nothing new, as many as a herd takes seconds for. */
function manyPanels(search: Search, tools: WithIdeal): Herd {
  const { known } = search;
  const { pool } = search.outer;
  const { ideal, solver, control } = tools;
  const { expected } = ideal;
  const count = Math.ceil(panelsPerClass * pool.classes.length);
  const { places, total } = varyHerd(pool, { expected, known, herd: basesOf(search, tools), count, control });
  const left = Math.min(uncrossedPanels, count) - places.length;
  if (left <= 0) return { places, total };
  const rest = { count: left, given: total, before: places.length };
  const further = herdPanels(pool, expected, { solver, control, known, ...rest });
  return { places: [...places, ...further.places], total: further.total };
}

/**
 * Panels to cross others from. All lie where the ideal lies, if any do: one that does not can have no share in the end, and whatever
 * is crossed from it is as useless, to the shares and to a lottery.
 */
function basesOf({ outer: { pool }, known }: Search, { ideal: { expected }, solver, control }: WithIdeal): Herd {
  const herd = herdPanels(pool, expected, { solver, control, known, count: basePanels });
  const isOnFace = faceOf(pool, expected);
  const places = herd.places.filter((place) => {
    const panel = known.list[place];
    return panel !== undefined && isOnFace(panel);
  });
  if (places.length === herd.places.length && places.length > 0) return herd;
  if (places.length === 0) {
    leaveIfStopped(control);
    const searched = searchFace(pool, { expected, known, solver, control });
    return searched.places.length > 0 ? searched : herd;
  }
  const panels = places.flatMap((place) => known.list[place]?.counts ?? []);
  return { places, total: seatsOver(panels, pool.classes.length) };
}
/** The shares nearest to the ideal, with further panels while they are not near enough. */
function nearest({ outer, known }: Search, { ideal, control, herd: first }: WithIdeal & { readonly herd: Herd }): Best {
  const { expected, minimum } = ideal;
  const gapOf = (shares: Float64Array): number => shortfall(outer, { known, expected, shares });
  let herd = first;
  let best: Best | undefined;
  for (let time = 0; ; time++) {
    const start = sharesOf(herd.places, known);
    control.report({ step: "prove", bound: minimum, gap: best?.gap ?? gapOf(start) });
    for (const shares of [start, nearestShares(known.list, { expected, start, control })]) {
      const gap = gapOf(shares);
      if (!best || gap < best.gap) best = { ideal, shares, gap, herd };
    }
    if (!best) throw new Error("no distribution was found");
    if (best.gap <= Math.max(exactWithin, nearEnough * minimum) || time >= furtherTimes) return best;
    const count = herd.places.length + Math.ceil(outer.pool.classes.length / 3);
    const further = varyHerd(outer.pool, { expected, known, herd, count, control });
    if (further.places.length < count) return best;
    herd = further;
  }
}
