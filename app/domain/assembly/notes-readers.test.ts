import { expect, test } from "vitest";
import { type NotesReaders, readersOfNotes } from "./notes-readers";

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
