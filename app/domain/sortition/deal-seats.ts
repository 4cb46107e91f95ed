import type { Random } from "../kernel/random";
import type { PanelCounts } from "./check-panel";
import { dealPattern } from "./deal-households";
import { passes } from "./deal-passes";
import { makeDistinct } from "./distinct-panels";
import type { Pool } from "./group-people";

/**
 * Hands the seats of panels to people, so that people of one class are in equally many panels (within one): a class is served
 * pass by pass, each pass in a new seeded order. Panels are made distinct where enough exist.
 * Answers positions in `Pool.people`, sorted, the confirmed included.
 */
export function dealSeats(pool: Pool, panels: readonly PanelCounts[], random: Random): number[][] {
  const dealt = panels.map(() => [...pool.confirmed]);
  pool.classes.forEach(({ members, pattern }, at) => {
    if (pattern !== undefined) return;
    const deal = passes(members, random);
    panels.forEach((counts, panel) => {
      const seats = counts[at] ?? 0;
      if (seats > 0) dealt[panel]?.push(...deal(seats));
    });
  });
  for (const pattern of pool.patterns) dealPattern({ pool, pattern, panels, dealt, random });
  makeDistinct(pool, dealt, random);
  return dealt.map((people) => people.sort((a, b) => a - b));
}
