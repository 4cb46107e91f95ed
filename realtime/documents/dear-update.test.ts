import { describe, expect, test } from "vitest";
import { Doc, encodeStateAsUpdate } from "yjs";
import { textShapes } from "~/app/domain/drafting/text-shape";
import { workLimits } from "../protocol/document-messages";
import { attributeConflicts, comb, conflicts, formatGaps, nested, paragraph } from "../testing/dear-updates";
import { typed } from "../testing/shared-text";
import { type WrittenItem, writeUpdate } from "../testing/written-update";
import { gateBefore, type Sender, type UpdateGate } from "./update-gate";

const client = 4242;
const sender: Sender = { mayWriteAs: (number) => number === client, stepsLeft: workLimits.personSteps };
const before = typed(7, "Tranquille");
const gate = (): UpdateGate => gateBefore(before, textShapes.notes);

const tooDear: readonly [string, Uint8Array][] = [
  ["5,000 items put before one another (56 kB froze the server for 16 s)", conflicts({ client, items: 4_900 })],
  ["one attribute set 1,000 times by somebody who never saw it set", attributeConflicts({ client, items: 1_000 })],
  ["every second letter of a long text deleted", comb({ client, items: 20_000 })],
  ["more items than an update may bring", conflicts({ client, items: 20_000 })],
];

describe("an update whose integration is dear (D13)", () => {
  test.each(tooDear)("%s is refused, and the document is as it was", async (_, update) => {
    const tried = gate();
    expect(tried.check(update, sender)).toEqual({ kind: "refused", reason: "tooLarge" });
    await tried.remaking;
    expect(tried.state()).toEqual(before);
    expect(tried.check(typed(client, "Bonjour"), sender).kind).toBe("changes");
  });

  test("lists nested deeper than anybody writes are refused", async () => {
    const tried = gate();
    expect(tried.check(nested({ client, items: 12 }), sender).kind).toBe("changes");
    expect(gate().check(nested({ client, items: 13 }), sender)).toEqual({ kind: "refused", reason: "malformed" });
    expect(gate().check(nested({ client, items: 4_000 }), sender)).toEqual({ kind: "refused", reason: "malformed" });
  });

  test("marks deleted in one gap are taken as they are: tidying them would cost the square", () => {
    const tried = gate();
    const [marks, gaps] = formatGaps({ client, items: 2_000 });
    expect(tried.check(marks, sender).kind).toBe("changes");
    const verdict = tried.check(gaps, sender);
    expect(verdict.kind === "changes" && verdict.update.length).toBe(gaps.length);
  });

  test("many small updates are counted together: each item put before a long text adds its walk", () => {
    const tried = gate();
    const half = 1_000;
    const text = { kind: "text", text: "a" } as const;
    const chain = Array.from(
      { length: half },
      (_, at): WrittenItem =>
        at === 0
          ? { parent: { client, clock: 1 }, content: text }
          : { origin: { client, clock: at + 1 }, content: { kind: "format", key: "bold", value: at % 2 ? {} : null } },
    );
    expect(tried.check(writeUpdate({ client, items: [...paragraph(client), ...chain] }), sender).kind).toBe("changes");
    let stepsLeft = 20_000;
    let taken = 0;
    for (let clock = 0; clock < 200; clock++) {
      const items: WrittenItem[] = [{ rightOrigin: { client, clock: half - clock }, content: text }];
      const verdict = tried.check(writeUpdate({ client, from: half + 2 + clock, items }), { ...sender, stepsLeft });
      if (verdict.kind !== "changes") break;
      stepsLeft -= verdict.steps;
      taken += 1;
    }
    expect(taken).toBeGreaterThan(10);
    expect(taken).toBeLessThan(40);
    expect(stepsLeft).toBeGreaterThanOrEqual(0);
  });

  test("what an accepted document costs to read anew is bounded by what its updates cost", () => {
    const tried = gate();
    expect(tried.check(conflicts({ client, items: 300 }), sender).kind).toBe("changes");
    const again = gateBefore(encodeStateAsUpdate(new Doc()), textShapes.notes);
    const whole = again.check(tried.state(), { mayWriteAs: () => true, stepsLeft: workLimits.updateSteps });
    expect(whole.kind === "changes" && whole.steps).toBeLessThan(150 * 300);
  });
});
