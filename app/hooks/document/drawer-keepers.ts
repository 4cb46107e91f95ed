/** Places whose drawers a page looks after by itself, each as often as it is open: nobody else sends what lies there. */
const open = new Map<string, number>();
const listeners = new Set<() => void>();

/** From now on this page looks after the drawer of a place. Answers how to stop. */
export function keepDrawer(place: string): () => void {
  count(place, 1);
  let isKept = true;
  return () => {
    if (isKept) count(place, -1);
    isKept = false;
  };
}

export const isDrawerKept = (place: string): boolean => open.has(place);

/** Tells when a page begins or stops to look after a drawer. */
export function onDrawerKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function count(place: string, by: number): void {
  const times = (open.get(place) ?? 0) + by;
  if (times > 0) open.set(place, times);
  else open.delete(place);
  for (const listener of [...listeners]) listener();
}
