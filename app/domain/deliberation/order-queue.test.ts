import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParticipationId } from "../kernel/ids";
import type { QueueEntryId } from "./live-state";
import { orderQueue } from "./order-queue";

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

test("the order keeps everyone, and never lets more turns go before fewer", () => {
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
        if (next) expect(one.spoken.turns).toBeLessThanOrEqual(next.spoken.turns);
      }
    }),
    { seed: 20260314 },
  );
});
