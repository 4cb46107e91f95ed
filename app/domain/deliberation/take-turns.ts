import type { ParticipationId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import type { Floor, QueueEntry, Turn } from "./live-state";

/** Whether to add somebody to the queue; null when they wait already. Refuses with `already-speaking`. */
export function askTurn({ queue, turn }: Floor, participationId: ParticipationId): Result<"ask" | null> {
  if (turn?.participationId === participationId) return refuse("already-speaking");
  return accept(queue.some((entry) => entry.participationId === participationId) ? null : "ask");
}

/** The turn that ends and the entries that leave the queue when somebody is given the floor; null when they have it already. */
export function giveTurn(
  { queue, turn }: Floor,
  participationId: ParticipationId,
): Result<{ readonly ended: Turn | null; readonly called: readonly QueueEntry[] } | null> {
  if (turn?.participationId === participationId) return accept(null);
  return accept({ ended: turn, called: queue.filter((entry) => entry.participationId === participationId) });
}
