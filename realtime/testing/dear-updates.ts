import { type Place, type WrittenContent, type WrittenItem, writeUpdate } from "./written-update";

/** Small updates that are dear to integrate, each within what the format and the schema allow. */

const a: WrittenContent = { kind: "text", text: "a" };
const element = (name: string): WrittenContent => ({ kind: "type", type: "element", name });

export interface DearOptions {
  readonly client: number;
  /** How many items; the cost grows with its square. */
  readonly items: number;
  readonly field?: string;
}

/** A paragraph with its text: clocks 0 and 1. */
export function paragraph(client: number, field = "notes"): WrittenItem[] {
  return [
    { parent: field, content: element("paragraph") },
    { parent: { client, clock: 0 }, content: { kind: "type", type: "xml-text" } },
  ];
}

/** A chain of items, and as many put before the whole of it, each as if its author had seen another neighbour on its right. */
export function conflicts({ client, items, field }: DearOptions): Uint8Array {
  const at = (clock: number): Place => ({ client, clock: clock + 2 });
  const half = items >> 1;
  const chain = Array.from(
    { length: half },
    (_, clock): WrittenItem =>
      clock === 0 ? { parent: { client, clock: 1 }, content: a } : { origin: at(clock - 1), content: a },
  );
  const before = Array.from(
    { length: half },
    (_, clock): WrittenItem => ({
      rightOrigin: at(half - 1 - clock),
      content: a,
    }),
  );
  return writeUpdate({ client, items: [...paragraph(client, field), ...chain, ...before] });
}

/** One attribute set again and again by somebody who never saw it set. */
export function attributeConflicts({ client, items, field }: DearOptions): Uint8Array {
  const list: WrittenItem = { parent: field ?? "notes", content: element("orderedList") };
  const start: WrittenItem = {
    parent: { client, clock: 0 },
    parentSub: "start",
    content: { kind: "any", value: 1 },
  };
  return writeUpdate({ client, items: [list, ...Array.from({ length: items }, () => start)] });
}

/** Lists in lists in lists. */
export function nested({ client, items, field }: DearOptions): Uint8Array {
  const levels = Array.from(
    { length: items },
    (_, clock): WrittenItem => ({
      parent: clock === 0 ? (field ?? "notes") : { client, clock: clock - 1 },
      content: element(clock % 2 === 0 ? "bulletList" : "listItem"),
    }),
  );
  return writeUpdate({ client, items: levels, deletes: [{ client, ranges: [[0, 1]] }] });
}

/** Marks in a text, and then each second of them deleted: Yjs tidies each gap by walking over all of it. */
export function formatGaps({ client, items, field }: DearOptions): readonly [Uint8Array, Uint8Array] {
  const marks = Array.from(
    { length: items },
    (_, at): WrittenItem => ({
      ...(at === 0 ? { parent: { client, clock: 1 } } : { origin: { client, clock: at + 1 } }),
      content: at % 2 === 1 ? a : { kind: "format", key: "bold", value: at % 4 === 0 ? {} : null },
    }),
  );
  const ranges = Array.from({ length: items >> 1 }, (_, at) => [3 + 2 * at, 1] as const);
  return [
    writeUpdate({ client, items: [...paragraph(client, field), ...marks] }),
    writeUpdate({ client, items: [], deletes: [{ client, ranges }] }),
  ];
}

/** One long run of text, and every second letter of it deleted. */
export function comb({ client, items, field }: DearOptions): Uint8Array {
  const run: WrittenItem = { parent: { client, clock: 1 }, content: { kind: "text", text: "ab".repeat(items) } };
  const ranges = Array.from({ length: items }, (_, at) => [2 + 2 * at, 1] as const);
  return writeUpdate({ client, items: [...paragraph(client, field), run], deletes: [{ client, ranges }] });
}
