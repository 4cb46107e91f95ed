import { MINUTE_MS } from "../kernel/clock";
import type { AgendaItemId, RoundId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import type { LiveCommands } from "./commands";
import { mayHoldGroups } from "./hold-groups";
import type { AgendaItem, SessionState } from "./live-state";

type Run = Pick<SessionState, "state" | "agenda" | "currentItemId" | "itemEndsAtMs">;

/** The item that is current from now on, and when it ends (UTC ms). */
export interface ItemStart {
  readonly itemId: AgendaItemId;
  readonly itemEndsAtMs: number;
}

/** A step, and the round that ends with it: everyone is called back to a plenary item. */
export interface Step extends ItemStart {
  readonly endedRoundId: RoundId | null;
}

/** Null where it was done already: by a second click, or by another organiser. */
type Once<T> = T | null;

/** Begins a session with its first item. Refuses with `session-closed` and `agenda-empty`. */
export function startSession({ state, agenda }: Run, nowMs: number): Result<Once<ItemStart>> {
  if (state === "running") return accept(null);
  if (state === "closed") return refuse("session-closed");
  const [first] = agenda;
  return first ? accept(begin(first, nowMs)) : refuse("agenda-empty");
}

/** Ends a session. Refuses with `session-not-running`. */
export function closeSession({ state }: Pick<Run, "state">): Result<Once<"close">> {
  if (state === "closed") return accept(null);
  return state === "running" ? accept("close") : refuse("session-not-running");
}

/**
 * Goes to another item; a step to a plenary item ends the open round. Refuses with `session-not-running`, `agenda-item-unknown`,
 * `agenda-moved` when it was elsewhere already, and `groups-open` when the round to end is not the one that was seen.
 */
export function stepAgenda(
  { state, agenda, currentItemId, round }: Run & Pick<SessionState, "round">,
  { fromItemId, toItemId, callBackRoundId }: Omit<LiveCommands["step-agenda"], "sessionId">,
  nowMs: number,
): Result<Once<Step>> {
  if (state !== "running") return refuse("session-not-running");
  const to = agenda.find(({ itemId }) => itemId === toItemId);
  if (!to) return refuse("agenda-item-unknown");
  if (currentItemId === toItemId) return accept(null);
  if (currentItemId !== fromItemId) return refuse("agenda-moved");
  const ended = mayHoldGroups({ agenda, currentItemId: toItemId }) ? null : (round?.roundId ?? null);
  if (ended !== null && ended !== callBackRoundId) return refuse("groups-open");
  return accept({ ...begin(to, nowMs), endedRoundId: ended });
}

/**
 * The new end of an item that is given more minutes: after its end, or from now if it is over. Null when its end is no longer the
 * one that was seen. Refuses with `session-not-running` (also where nothing is timed).
 */
export function extendItem(
  { state, itemEndsAtMs }: Pick<Run, "state" | "itemEndsAtMs">,
  { seenEndsAtMs, minutes }: Pick<LiveCommands["extend-item"], "seenEndsAtMs" | "minutes">,
  nowMs: number,
): Result<Once<number>> {
  if (state !== "running" || itemEndsAtMs === null) return refuse("session-not-running");
  if (itemEndsAtMs !== seenEndsAtMs) return accept(null);
  return accept(Math.max(itemEndsAtMs, nowMs) + minutes * MINUTE_MS);
}

function begin({ itemId, minutes }: AgendaItem, nowMs: number): ItemStart {
  return { itemId, itemEndsAtMs: nowMs + minutes * MINUTE_MS };
}
