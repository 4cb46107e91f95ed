import type { PanelCounts } from "./check-panel";
import type { Distribution } from "./distribution";
import type { Pool } from "./group-people";

/**
 * As many panels as asked for, each as often as its share says: whole copies first, then the known panel that best serves
 * those who are short, one after the other.
 */
export function makeLottery(pool: Pool, { expected, panels, shares }: Distribution, size: number): PanelCounts[] {
  const chosen: PanelCounts[] = [];
  const short = expected.map((seats) => seats * size);
  const take = (panel: PanelCounts): void => {
    chosen.push(panel);
    for (let at = 0; at < panel.length; at++) short[at] = (short[at] ?? 0) - (panel[at] ?? 0);
  };
  panels.forEach((panel, at) => {
    for (let copy = 0; copy < Math.floor((shares[at] ?? 0) * size + 1e-9); copy++) take(panel);
  });
  const sparse = panels.map((panel) => Array.from(panel.entries()).filter(([, count]) => count > 0));
  while (chosen.length < size) {
    let best = 0;
    let bestGain = Number.NEGATIVE_INFINITY;
    sparse.forEach((entries, at) => {
      let gain = 0;
      for (const [one, count] of entries) {
        gain += (count * ((short[one] ?? 0) - count / 2)) / (pool.classes[one]?.members.length ?? 1);
      }
      if (gain > bestGain) {
        best = at;
        bestGain = gain;
      }
    });
    take(panels[best] as PanelCounts);
  }
  return chosen;
}
