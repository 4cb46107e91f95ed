import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anEntry, aTurn, participation } from "../testing/live";
import type { FloorFact } from "./facts";
import { emptyFloor, type Floor } from "./live-state";
import { orderQueue } from "./order-queue";
import { byAsking, reduceFloor } from "./reduce-floor";
import { askTurn, giveTurn } from "./take-turns";

const fold = (floor: Floor, ...facts: readonly FloorFact[]): Floor => facts.reduce(reduceFloor, floor);
const asked = (who: string, atMs: number): FloorFact => ({ type: "turn-asked", payload: anEntry(who, atMs) });
const given = (who: string, atMs: number): FloorFact => ({ type: "turn-given", payload: aTurn(who, atMs) });
const ended = (who: string, atMs: number, endedAtMs: number): FloorFact => ({
  type: "turn-ended",
  payload: { turnId: aTurn(who, atMs).turnId, endedAtMs },
});

describe("what happens on a floor", () => {
  test("the queue is in order of asking, even where a fact of the past arrives late", () => {
    const floor = fold(emptyFloor, asked("karim", 20), asked("odette", 10));
    expect(floor.queue).toEqual([anEntry("odette", 10), anEntry("karim", 20)]);
  });

  test("who no longer wants to speak leaves the queue; nobody else does", () => {
    const floor = fold(emptyFloor, asked("odette", 10), asked("karim", 20), {
      type: "turn-withdrawn",
      payload: { entryId: anEntry("odette", 10).entryId },
    });
    expect(floor.queue).toEqual([anEntry("karim", 20)]);
  });

  test("a turn that is given takes the speaker out of the queue and ends the turn before it at the same instant", () => {
    const floor = fold(emptyFloor, asked("karim", 20), given("odette", 100), given("karim", 160));
    expect(floor).toEqual({
      queue: [],
      turn: aTurn("karim", 160),
      spoken: { odette: { turns: 1, speakingTimeMs: 60 } },
    });
  });

  test("turns and time add up over a session; the turn under way does not count yet", () => {
    const floor = fold(emptyFloor, given("odette", 0), ended("odette", 0, 50), given("odette", 100), given("lea", 130));
    expect(floor.spoken).toEqual({ odette: { turns: 2, speakingTimeMs: 80 } });
  });

  test("the end of a turn that is over already ends no other", () => {
    const floor = fold(emptyFloor, given("odette", 0), given("lea", 30));
    expect(fold(floor, ended("odette", 0, 40))).toBe(floor);
  });

  test("a floor that closes ends the turn and lets nobody wait, and keeps who has spoken", () => {
    const floor = fold(emptyFloor, asked("karim", 1), given("odette", 10), {
      type: "floor-closed",
      payload: { atMs: 30 },
    });
    expect(floor).toEqual({ queue: [], turn: null, spoken: { odette: { turns: 1, speakingTimeMs: 20 } } });
    expect(fold(emptyFloor, { type: "floor-closed", payload: { atMs: 30 } })).toEqual(emptyFloor);
  });

  test("a clock that was set back takes no time away from anybody", () => {
    const floor = fold(emptyFloor, given("odette", 100), ended("odette", 100, 40));
    expect(floor.spoken).toEqual({ odette: { turns: 1, speakingTimeMs: 0 } });
  });

  test("two who asked in the same millisecond stand in one order, whichever is heard of first", () => {
    expect(byAsking(anEntry("anna", 5), anEntry("karim", 5))).toBeLessThan(0);
    expect(fold(emptyFloor, asked("karim", 5), asked("anna", 5))).toEqual(
      fold(emptyFloor, asked("anna", 5), asked("karim", 5)),
    );
  });
});

/** What somebody does, `passedMs` after the one before. */
interface Deed {
  readonly deed: "ask" | "withdraw" | "give" | "give-next" | "end";
  readonly who: string;
  readonly passedMs: number;
}

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    deed: fc.constantFrom("ask", "withdraw", "give", "give-next", "end"),
    who: fc.constantFrom("anna", "karim", "lea", "odette"),
    passedMs: fc.integer({ min: 0, max: 100 }),
  }),
  { maxLength: 40 },
);

interface Played {
  readonly floors: readonly Floor[];
  readonly facts: readonly FloorFact[];
  readonly endMs: number;
}

/** The facts that follow from the deeds by the rules of `take-turns`, and every floor on the way. */
function play(all: readonly Deed[]): Played {
  const floors = [emptyFloor];
  const facts: FloorFact[] = [];
  let nowMs = 0;
  for (const one of all) {
    nowMs += one.passedMs;
    const floor = floors.at(-1) ?? emptyFloor;
    const fact = decide(floor, one, nowMs);
    if (!fact) continue;
    facts.push(fact);
    floors.push(reduceFloor(floor, fact));
  }
  return { floors, facts, endMs: nowMs };
}

function decide(floor: Floor, { deed, who }: Deed, nowMs: number): FloorFact | null {
  const id = participation(who);
  switch (deed) {
    case "ask": {
      const result = askTurn(floor, id);
      return result.ok && result.value ? asked(who, nowMs) : null;
    }
    case "withdraw": {
      const entry = floor.queue.find(({ participationId }) => participationId === id);
      return entry ? { type: "turn-withdrawn", payload: { entryId: entry.entryId } } : null;
    }
    case "end": {
      const { turn } = floor;
      return turn && { type: "turn-ended", payload: { turnId: turn.turnId, endedAtMs: nowMs } };
    }
    case "give":
    case "give-next": {
      const speaker = deed === "give" ? id : orderQueue(floor)[0]?.participationId;
      const result = speaker && giveTurn(floor, speaker);
      return result?.ok && result.value ? given(speaker ?? who, nowMs) : null;
    }
  }
}

describe("laws of a floor", () => {
  test("nobody waits twice, nobody waits while they speak, and the queue is always in order of asking", () => {
    fc.assert(
      fc.property(deeds, (all) => {
        for (const { queue, turn } of play(all).floors) {
          const who = queue.map(({ participationId }) => participationId);
          expect(new Set(who).size).toBe(who.length);
          expect(who).not.toContain(turn?.participationId);
          expect([...queue].sort(byAsking)).toEqual(queue);
        }
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });

  test("every turn is counted once, and all that was spoken is no longer than what passed", () => {
    fc.assert(
      fc.property(deeds, (all) => {
        const { floors, facts, endMs } = play(all);
        const { spoken, turn } = floors.at(-1) ?? emptyFloor;
        const each = Object.values(spoken);
        const givenTurns = facts.filter(({ type }) => type === "turn-given").length;
        expect(each.reduce((sum, { turns }) => sum + turns, turn ? 1 : 0)).toBe(givenTurns);
        const time = each.reduce((sum, { speakingTimeMs }) => sum + speakingTimeMs, 0);
        expect(time).toBeLessThanOrEqual(turn ? turn.startedAtMs : endMs);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });
});
