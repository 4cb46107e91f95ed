/** Places whose drawers a page looks after by itself, each as often as it is open: nobody else sends what lies there. */
const open = new Map<string, number>();
/** Where each place was last open, as paths of pages. */
const openedAt = new Map<string, string>();
const listeners = new Set<() => void>();

/** From now on the page of this path looks after the drawer of a place. Answers how to stop. */
export function keepDrawer(place: string, path = window.location.pathname): () => void {
  openedAt.set(place, path);
  count(place, 1);
  let isKept = true;
  return () => {
    if (isKept) count(place, -1);
    isKept = false;
  };
}

export const isDrawerKept = (place: string): boolean => open.has(place);

/** Whether a place is open on the page of this path, or was: a hall closes its notes when the session ends. */
export const belongsToPage = (place: string, path: string): boolean => openedAt.get(place) === path;

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
