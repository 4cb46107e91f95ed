import type { PanelCounts } from "./check-panel";
import type { Distribution } from "./distribution";
import { searchedClasses } from "./fair-search";
import type { Pool } from "./group-people";
import { KnownPanels } from "./known-panels";
import { goalsOf, misses, seatsOver } from "./lottery-goals";

/**
 * The distribution that is told beside a lottery. In pools of too many classes to search for the panels that are missing, a lottery
 * whose counts cannot follow the probabilities found is told itself: people have the chances that it gives them, and what anybody loses
 * by it is added to the gap.
 */
export function followLottery(
  pool: Pool,
  distribution: Distribution,
  { panels, provenClasses = searchedClasses }: { panels: readonly PanelCounts[]; provenClasses?: number },
): Distribution {
  const { expected, unreachable, proof } = distribution;
  if (pool.classes.length <= provenClasses || panels.length === 0) return distribution;
  if (misses(panels, goalsOf(pool, { expected, size: panels.length })) === 0) return distribution;
  const average = seatsOver(panels, pool.classes.length).map((seats) => seats / panels.length);
  const lost = pool.classes.reduce(
    (most, { members }, at) => Math.max(most, ((expected[at] ?? 0) - (average[at] ?? 0)) / members.length),
    0,
  );
  const known = new KnownPanels(pool);
  const places = panels.map((panel) => known.add(panel));
  const shares = new Float64Array(known.list.length);
  for (const place of places) shares[place] = (shares[place] ?? 0) + 1 / panels.length;
  return {
    expected: average,
    panels: known.list.map(({ counts }) => counts),
    shares,
    unreachable,
    proof: { exact: false, bound: proof.bound, gap: proof.gap + lost },
  };
}
