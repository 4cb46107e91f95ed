import type { Floor, QueueEntry, Spoken } from "./live-state";

/** Somebody in the queue with the reason for their place: how often and how long they have spoken on this floor. */
export interface Waiting extends QueueEntry {
  readonly spoken: Spoken;
}

const silent: Spoken = { turns: 0, speakingTimeMs: 0 };

/** The fair order: who has had the fewest turns on this floor first, then who asked first. */
export function orderQueue({ queue, spoken }: Pick<Floor, "queue" | "spoken">): readonly Waiting[] {
  return queue
    .map((entry) => ({ ...entry, spoken: spoken[entry.participationId] ?? silent }))
    .sort((a, b) => a.spoken.turns - b.spoken.turns || a.askedAtMs - b.askedAtMs || (a.entryId < b.entryId ? -1 : 1));
}
