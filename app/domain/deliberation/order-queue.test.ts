import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParticipationId } from "../kernel/ids";
import { aTurn } from "../testing/live";
import { emptyFloor, type Floor, type QueueEntryId } from "./live-state";
import { orderQueue } from "./order-queue";
import { reduceFloor } from "./reduce-floor";

const entry = (who: string, askedAtMs: number) => ({
  entryId: `entry-${who}` as QueueEntryId,
  participationId: who as ParticipationId,
  askedAtMs,
});
const spoke = (turns: number) => ({ turns, speakingTimeMs: turns * 60_000 });

test("who has not spoken comes before who asked earlier", () => {
  const floor = { queue: [entry("jeanne", 1), entry("lea", 2)], spoken: { ["jeanne" as ParticipationId]: spoke(1) } };
  expect(orderQueue(floor).map(({ participationId }) => participationId)).toEqual(["lea", "jeanne"]);
});

test("between two who spoke as often, who asked first is first, and the reason is shown", () => {
  const floor = { queue: [entry("jeanne", 1), entry("lea", 2)], spoken: { ["lea" as ParticipationId]: spoke(0) } };
  expect(orderQueue(floor).map(({ participationId, spoken }) => [participationId, spoken.turns])).toEqual([
    ["jeanne", 0],
    ["lea", 0],
  ]);
});

test("the order keeps everyone, and never lets more turns go before fewer, nor a later hand before an earlier one", () => {
  const queue = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 })), {
    selector: ([who]) => who,
  });
  fc.assert(
    fc.property(queue, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 31, maxLength: 31 }), (asked, turns) => {
      const spoken = Object.fromEntries(turns.map((count, who) => [`p${who}`, spoke(count)]));
      const ordered = orderQueue({ queue: asked.map(([who, atMs]) => entry(`p${who}`, atMs)), spoken });
      expect(ordered).toHaveLength(asked.length);
      for (const [place, one] of ordered.entries()) {
        const next = ordered[place + 1];
        if (!next) continue;
        expect(one.spoken.turns).toBeLessThanOrEqual(next.spoken.turns);
        if (one.spoken.turns === next.spoken.turns) expect(one.askedAtMs).toBeLessThanOrEqual(next.askedAtMs);
      }
    }),
    { seed: 20260314 },
  );
});

test("an empty queue has nobody next, and one who waits alone is next", () => {
  expect(orderQueue({ queue: [], spoken: { ["lea" as ParticipationId]: spoke(3) } })).toEqual([]);
  expect(orderQueue({ queue: [entry("jeanne", 1)], spoken: {} })).toEqual([
    { ...entry("jeanne", 1), spoken: { turns: 0, speakingTimeMs: 0 } },
  ]);
});

test("the order does not depend on the order in which the queue was written down, nor on how long anybody spoke", () => {
  const asked = fc.uniqueArray(fc.record({ who: fc.nat(12), askedAtMs: fc.nat(3), turns: fc.nat(2), ms: fc.nat(9) }), {
    selector: ({ who }) => who,
  });
  fc.assert(
    fc.property(asked, fc.infiniteStream(fc.nat()), (all, chance) => {
      const names = (of: typeof all, long: number): string[] =>
        orderQueue({
          queue: of.map(({ who, askedAtMs }) => entry(`p${who}`, askedAtMs)),
          spoken: Object.fromEntries(
            all.map(({ who, turns, ms }) => [`p${who}`, { turns, speakingTimeMs: turns * ms * long }]),
          ),
        }).map(({ participationId }) => participationId);
      const mixed = [...all].map((one) => ({ one, place: chance.next().value ?? 0 })).sort((a, b) => a.place - b.place);
      expect(
        names(
          mixed.map(({ one }) => one),
          7,
        ),
      ).toEqual(names(all, 1));
    }),
    { seed: 20261129 },
  );
});

test("where the first is always called and asks again at once, nobody gets two turns more than another", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }), fc.nat(30), (askedAt, rounds) => {
      let floor: Floor = { ...emptyFloor, queue: askedAt.map((atMs, who) => entry(`p${who}`, atMs)) };
      for (let round = 0; round < rounds; round++) {
        const nowMs = 100 + round;
        const before = floor.turn?.participationId;
        const [next] = orderQueue(floor);
        if (next) floor = reduceFloor(floor, { type: "turn-given", payload: aTurn(next.participationId, nowMs) });
        else if (floor.turn) {
          floor = reduceFloor(floor, { type: "turn-ended", payload: { turnId: floor.turn.turnId, endedAtMs: nowMs } });
        }
        if (before) floor = reduceFloor(floor, { type: "turn-asked", payload: entry(before, nowMs) });
        const turns = askedAt.map((_, who) => {
          const id = `p${who}` as ParticipationId;
          return (floor.spoken[id]?.turns ?? 0) + Number(floor.turn?.participationId === id);
        });
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 20261130, numRuns: 50 },
  );
});
