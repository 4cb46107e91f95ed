import type { FloorFact } from "./facts";
import type { Floor, QueueEntry, Turn } from "./live-state";

/** Applies one fact to a floor. Pure; the server folds with it in tests, browsers in use (rule L5). */
export function reduceFloor(floor: Floor, fact: FloorFact): Floor {
  switch (fact.type) {
    case "turn-asked":
      return { ...floor, queue: [...floor.queue, fact.payload].sort(byAsking) };
    case "turn-withdrawn":
      return { ...floor, queue: floor.queue.filter(({ entryId }) => entryId !== fact.payload.entryId) };
    case "turn-given":
      return giveFloor(floor, fact.payload);
    case "turn-ended":
      return floor.turn?.turnId === fact.payload.turnId ? endTurn(floor, fact.payload.endedAtMs) : floor;
    case "floor-closed":
      return { ...endTurn(floor, fact.payload.atMs), queue: [] };
  }
}

/** Who asked first; two who asked in the same millisecond by id, so that everyone sees one order. */
export function byAsking(a: QueueEntry, b: QueueEntry): number {
  return a.askedAtMs - b.askedAtMs || (a.entryId < b.entryId ? -1 : 1);
}

function giveFloor(floor: Floor, turn: Turn): Floor {
  const ended = endTurn(floor, turn.startedAtMs);
  return {
    ...ended,
    turn,
    queue: ended.queue.filter(({ participationId }) => participationId !== turn.participationId),
  };
}

function endTurn(floor: Floor, endedAtMs: number): Floor {
  const { turn, spoken } = floor;
  if (!turn) return floor;
  const before = spoken[turn.participationId] ?? { turns: 0, speakingTimeMs: 0 };
  const now = {
    turns: before.turns + 1,
    speakingTimeMs: before.speakingTimeMs + Math.max(0, endedAtMs - turn.startedAtMs),
  };
  return { ...floor, turn: null, spoken: { ...spoken, [turn.participationId]: now } };
}
