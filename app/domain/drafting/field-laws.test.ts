import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conflictsOf,
  editsOf,
  type FieldDraft,
  hearSaved,
  hearStored,
  openFields,
  resumeTyping,
  settleConflict,
  typeInto,
  unsavedOf,
} from "./field-draft";
import { type RowField, rowFieldLimits, rowFields, settleEdits } from "./row-fields";

const field = fc.constantFrom<RowField>(...rowFields);
const words = fc.constantFrom("", "A fund", "The fund", "10 M");
const texts = fc.record({ title: words, addressee: words, cost: words });
type Texts = Readonly<Record<RowField, string>>;

/** What happens on one page, or to the row behind it. */
type Event =
  | { readonly kind: "type"; readonly field: RowField; readonly text: string }
  | { readonly kind: "other"; readonly field: RowField; readonly text: string }
  | { readonly kind: "save" | "hear" | "reload" }
  | { readonly kind: "settle"; readonly field: RowField; readonly keep: "mine" | "theirs" };

const events: fc.Arbitrary<Event[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("type" as const), field, text: words }),
    fc.record({ kind: fc.constant("other" as const), field, text: words }),
    fc.record({ kind: fc.constantFrom("save" as const, "hear" as const, "reload" as const) }),
    fc.record({
      kind: fc.constant("settle" as const),
      field,
      keep: fc.constantFrom("mine" as const, "theirs" as const),
    }),
  ),
  { maxLength: 25 },
);

interface World {
  readonly draft: FieldDraft;
  readonly row: Texts;
  readonly version: number;
}

/** The page and the row after an event; the row takes edits as `settleEdits` says. */
function happen({ draft, row, version }: World, event: Event): World {
  switch (event.kind) {
    case "type":
      return { draft: typeInto(draft, event.field, event.text), row, version };
    case "other":
      return { draft, row: { ...row, [event.field]: event.text }, version: version + 1 };
    case "hear":
      return { draft: hearStored(draft, version, row), row, version };
    case "settle":
      if (!conflictsOf(draft).includes(event.field)) return { draft, row, version };
      return { draft: settleConflict(draft, event.field, event.keep), row, version };
    case "reload":
      return { draft: resumeTyping(openFields(version, row), unsavedOf(draft)), row, version };
    case "save": {
      const edits = editsOf(draft);
      const settled = settleEdits(row, edits);
      if ("conflict" in settled) return { draft: hearStored(draft, version, row), row, version };
      const now = { ...row, ...settled.change };
      return { draft: hearStored(hearSaved(draft, edits), version + 1, now), row: now, version: version + 1 };
    }
  }
}

const begin = (row: Texts): World => ({ draft: openFields(1, row), row, version: 1 });

describe("laws of a field that several people write", () => {
  test("what somebody typed stays on their screen until it is stored, or they choose the other text", () => {
    fc.assert(
      fc.property(texts, events, (row, all) => {
        let world = begin(row);
        for (const event of all) {
          const before = world.draft;
          world = happen(world, event);
          for (const name of rowFields) {
            const wasUnsaved = before.typed[name] !== before.base[name];
            const chose = event.kind === "settle" && event.field === name;
            const typed = event.kind === "type" && event.field === name;
            if (wasUnsaved && !chose && !typed) expect(world.draft.typed[name]).toBe(before.typed[name]);
          }
        }
      }),
      { seed: 20261129, numRuns: 200 },
    );
  });

  test("nobody's text is written over by somebody who has not seen it", () => {
    fc.assert(
      fc.property(texts, events, (row, all) => {
        let world = begin(row);
        for (const event of all) {
          const before = world;
          world = happen(world, event);
          if (event.kind !== "save") continue;
          for (const name of rowFields) {
            if (world.row[name] === before.row[name]) continue;
            expect([before.draft.base[name], before.draft.stored[name]]).toContain(before.row[name]);
          }
        }
      }),
      { seed: 20261130, numRuns: 200 },
    );
  });

  test("once somebody saved and heard what is stored, and settled what clashed, the page and the row are the same", () => {
    fc.assert(
      fc.property(texts, events, fc.constantFrom("mine" as const, "theirs" as const), (row, all, keep) => {
        let world = happen(all.reduce(happen, begin(row)), { kind: "hear" });
        for (const name of rowFields) world = happen(world, { kind: "settle", field: name, keep });
        world = happen(world, { kind: "save" });
        expect(world.draft.typed).toEqual(world.row);
        expect([conflictsOf(world.draft), editsOf(world.draft), unsavedOf(world.draft)]).toEqual([[], {}, {}]);
      }),
      { seed: 20261201, numRuns: 200 },
    );
  });

  test("what there is to save and what clashes are everything that is not stored, and never the same field", () => {
    fc.assert(
      fc.property(texts, events, (row, all) => {
        const { draft } = all.reduce(happen, begin(row));
        const [edited, clashing] = [Object.keys(editsOf(draft)), conflictsOf(draft)];
        expect([...edited, ...clashing].sort()).toEqual(Object.keys(unsavedOf(draft)).sort());
      }),
      { seed: 20261202, numRuns: 200 },
    );
  });
});

describe("what an edit writes", () => {
  const edit = fc.record({ from: words, to: words });
  const edits = fc.record({ title: edit, addressee: edit, cost: edit }, { requiredKeys: [] });

  test("law: all of it or nothing, and a second time nothing", () => {
    fc.assert(
      fc.property(texts, edits, (row, asked) => {
        const settled = settleEdits(row, asked);
        if ("conflict" in settled) return;
        const now = { ...row, ...settled.change };
        for (const name of rowFields) expect(now[name]).toBe(asked[name]?.to ?? row[name]);
        expect(settleEdits(now, asked)).toEqual({ change: {} });
      }),
      { seed: 20261203, numRuns: 200 },
    );
  });

  test("a title fits two lines, the others a paragraph", () => {
    expect(rowFieldLimits.title).toBeLessThan(rowFieldLimits.addressee);
    expect(Object.keys(rowFieldLimits)).toEqual([...rowFields]);
  });
});
