import type { RoundId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import { mayHoldGroups } from "./hold-groups";
import type { SessionState } from "./live-state";

type Called = Pick<SessionState, "state" | "agenda" | "currentItemId" | "round" | "lastRound">;

/** The round that everybody was called back from, where they may still go back to it: within its item. */
export function roundToUndo(session: Called): RoundId | null {
  const { state, currentItemId, round, lastRound } = session;
  if (state !== "running" || round || !lastRound || lastRound.agendaItemId !== currentItemId) return null;
  return mayHoldGroups(session) ? lastRound.roundId : null;
}

/**
 * Opens the round again that everybody was called back from. Null where it is open already. Refuses with `session-not-running`,
 * `round-already-open` (another one), and `round-over`: it was not the last one, or the session is at another item.
 */
export function undoCallBack(session: Called, roundId: RoundId): Result<RoundId | null> {
  if (session.state !== "running") return refuse("session-not-running");
  if (session.round) return session.round.roundId === roundId ? accept(null) : refuse("round-already-open");
  return roundToUndo(session) === roundId ? accept(roundId) : refuse("round-over");
}
