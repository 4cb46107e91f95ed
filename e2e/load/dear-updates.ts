// How long hostile updates stop the server: with Yjs alone, and through the gate. `npx tsx e2e/load/dear-updates.ts`
import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { textShapes } from "~/app/domain/drafting/text-shape";
import { gateBefore } from "~/realtime/server/documents/update-gate";
import { attributeConflicts, comb, conflicts, formatGaps, nested } from "~/realtime/testing/dear-updates";

function time(work: () => unknown): string {
  const from = performance.now();
  let said: unknown;
  try {
    said = work();
  } catch (error) {
    said = error instanceof Error ? error.message : "thrown";
  }
  const ms = Math.round(performance.now() - from);
  return `${String(ms).padStart(6)} ms${typeof said === "string" ? ` (${said})` : ""}`;
}

const say = (...words: readonly string[]): void => void process.stdout.write(`${words.join(" ")}\n`);

const client = 7;
const [marks, gaps] = formatGaps({ client, items: 16_000 });
const attacks: readonly [string, readonly Uint8Array[]][] = [
  ["conflicts", [conflicts({ client, items: 5_500 })]],
  ["conflicts", [conflicts({ client, items: 20_000 })]],
  ["values of one attribute", [attributeConflicts({ client, items: 6_000 })]],
  ["nesting", [nested({ client, items: 8_000 })]],
  ["gaps between marks", [marks, gaps]],
  ["a comb", [comb({ client, items: 150_000 })]],
];

for (const [name, updates] of attacks) {
  const bytes = updates.map(({ length }) => length).join(" + ");
  const doc = new Doc();
  const gate = gateBefore(encodeStateAsUpdate(new Doc()), textShapes.notes);
  const sender = { mayWriteAs: () => true, stepsLeft: Number.POSITIVE_INFINITY };
  say(`${name} (${bytes} bytes)`);
  say(
    "  Yjs alone   ",
    time(() => {
      for (const update of updates) applyUpdate(doc, update);
    }),
  );
  const state = encodeStateAsUpdate(doc);
  say(
    "  opened again",
    time(() => applyUpdate(new Doc(), state)),
  );
  say(
    "  the gate    ",
    time(() => {
      const verdicts = updates.map((update) => gate.check(update, sender));
      return verdicts.map((verdict) => (verdict.kind === "refused" ? verdict.reason : verdict.kind)).join(", ");
    }),
  );
}
