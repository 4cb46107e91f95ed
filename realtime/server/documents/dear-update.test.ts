import { describe, expect, test } from "vitest";
import { Doc, encodeStateAsUpdate } from "yjs";
import { textShapes } from "~/app/domain/drafting/text-shape";
import { workLimits } from "../../protocol/document-messages";
import { attributeConflicts, comb, conflicts, formatGaps, nested, paragraph } from "../../testing/dear-updates";
import { typed } from "../../testing/shared-text";
import { type WrittenItem, writeUpdate } from "../../testing/written-update";
import { gateBefore, type Sender, type UpdateGate } from "./update-gate";

const client = 4242;
const sender: Sender = { mayWriteAs: (number) => number === client, stepsLeft: workLimits.personSteps };
const before = typed(7, "Tranquille");
const gate = (): UpdateGate => gateBefore(before, textShapes.notes);

const tooDear: readonly [string, Uint8Array, "malformed" | "tooLarge"][] = [
  [
    "5,000 items put before one another (56 kB froze the server for 16 s)",
    conflicts({ client, items: 4_900 }),
    "malformed",
  ],
  ["one attribute set again by a page that never saw it set", attributeConflicts({ client, items: 3 }), "malformed"],
  ["every second letter of a long text deleted", comb({ client, items: 20_000 }), "tooLarge"],
  ["more items than an update may bring", conflicts({ client, items: 20_000 }), "tooLarge"],
];

const text = { kind: "text", text: "a" } as const;

/** A text of this many items. */
function long(items: number): Uint8Array {
  const chain = Array.from(
    { length: items },
    (_, at): WrittenItem =>
      at === 0
        ? { parent: { client, clock: 1 }, content: text }
        : { origin: { client, clock: at + 1 }, content: { kind: "format", key: "bold", value: at % 2 ? {} : null } },
  );
  return writeUpdate({ client, items: [...paragraph(client), ...chain] });
}

/** One letter put before all of a long text, by a page that had seen only what is behind this clock. */
const putBefore = (page: number, clock: number): Uint8Array =>
  writeUpdate({ client: page, items: [{ rightOrigin: { client, clock }, content: text }] });

describe("an update whose integration is dear (D13)", () => {
  test.each(tooDear)("%s is refused, and the document is as it was", async (_, update, reason) => {
    const tried = gate();
    expect(tried.check(update, sender)).toEqual({ kind: "refused", reason });
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

  test("many small updates are counted together: each page's letter put before a long text adds its walk", () => {
    const tried = gate();
    const half = 1_000;
    expect(tried.check(long(half), sender).kind).toBe("changes");
    let stepsLeft = 20_000;
    let taken = 0;
    for (let page = 1; page < 200; page++) {
      const verdict = tried.check(putBefore(10_000 + page, half - page), { mayWriteAs: () => true, stepsLeft });
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
    expect(tried.check(long(150), sender).kind).toBe("changes");
    const anybody: Sender = { mayWriteAs: () => true, stepsLeft: workLimits.personSteps };
    let spent = 0;
    for (let page = 1; page < 100; page++) {
      const verdict = tried.check(putBefore(10_000 + page, 150 - page), anybody);
      spent += verdict.kind === "changes" ? verdict.steps : 0;
    }
    const again = gateBefore(encodeStateAsUpdate(new Doc()), textShapes.notes);
    const whole = again.check(tried.state(), { ...anybody, stepsLeft: workLimits.updateSteps });
    expect(spent).toBeGreaterThan(100 * 20);
    expect(whole.kind === "changes" && whole.steps).toBeLessThanOrEqual(2 * spent);
  });
});

describe("a page that says it did not know its own text (D16)", () => {
  const word = (...items: readonly WrittenItem[]): Uint8Array =>
    writeUpdate({
      client,
      items: [...paragraph(client), { parent: { client, clock: 1 }, content: { ...text, text: "mot" } }, ...items],
    });
  test.each([
    ["puts text at the beginning as if its own were not there", { parent: { client, clock: 1 }, content: text }],
    [
      "has its right neighbour on its left",
      { origin: { client, clock: 4 }, rightOrigin: { client, clock: 2 }, content: text },
    ],
    [
      "has one letter on both sides",
      { origin: { client, clock: 3 }, rightOrigin: { client, clock: 3 }, content: text },
    ],
  ] satisfies [string, WrittenItem][])("is refused when it %s", (_, item) => {
    expect(gate().check(word(), sender).kind).toBe("changes");
    expect(gate().check(word(item), sender)).toEqual({ kind: "refused", reason: "malformed" });
  });
});
