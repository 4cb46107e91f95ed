/** A phase of the itinerary, as far as learning needs it. */
interface PhaseInOrder {
  readonly id: string;
  readonly position: number;
}

/**
 * Which phases' materials members see: those open now and every one before them in the itinerary. What an organiser prepares for
 * later stays in the drawer until its phase is opened. `open` are ids; none open shows none.
 */
export function shownPhases<Phase extends PhaseInOrder>(itinerary: readonly Phase[], open: readonly string[]): Phase[] {
  const last = Math.max(...itinerary.filter(({ id }) => open.includes(id)).map(({ position }) => position), -1);
  return itinerary.filter(({ position }) => position <= last);
}
