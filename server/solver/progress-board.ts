import type { DrawProgress } from "~/app/domain/sortition/draw-control";

/**
 * How far the computations of this server are, by the id of what is computed. Several times a second, so in memory: nothing is lost
 * with it, and nobody waits for a disk. Other servers read what is written with the lease (`leaseRenewal`), some seconds old.
 */
export interface ProgressBoard {
  tell(id: string, progress: DrawProgress): void;
  of(id: string): DrawProgress | null;
  forget(id: string): void;
}

export function progressBoard(): ProgressBoard {
  const known = new Map<string, DrawProgress>();
  return {
    tell: (id, progress) => void known.set(id, progress),
    of: (id) => known.get(id) ?? null,
    forget: (id) => void known.delete(id),
  };
}
