import fc from "fast-check";
import { expect, test } from "vitest";
import { type NotesReaders, notesReaders, readersOfNotes } from "./notes-readers";

test("notes are read by those whom the tables were told of; by fewer if the assembly says so later, never by more", () => {
  const cases: [NotesReaders | null, NotesReaders, NotesReaders][] = [
    ["table", "table", "table"],
    ["table", "members", "table"],
    ["members", "members", "members"],
    ["members", "table", "table"],
    [null, "members", "table"],
  ];
  for (const [told, chosen, readers] of cases) expect(readersOfNotes(told, chosen)).toBe(readers);
});

test("law: however often the assembly changes its mind, nobody reads who was not told of while the tables wrote", () => {
  const told = fc.constantFrom(null, ...notesReaders);
  fc.assert(
    fc.property(told, fc.array(fc.constantFrom(...notesReaders)), (promised, choices) => {
      const width = (readers: NotesReaders) => notesReaders.indexOf(readers);
      for (const chosen of choices) {
        const readers = readersOfNotes(promised, chosen);
        expect(width(readers)).toBeLessThanOrEqual(width(promised ?? "table"));
        expect(width(readers)).toBeLessThanOrEqual(width(chosen));
      }
    }),
    { seed: 20261129 },
  );
});
