const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/**
 * How long to wait before try number `attempt` (from 0): 0.5 s, doubled each time up to 15 s, and between half and one and a half of
 * that by `chance` in [0, 1), so that a room full of people does not come back in one instant. In ms.
 */
export function backoffMs(attempt: number, chance: number): number {
  return Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + chance));
}
