/** Who reads the notes of a session's tables once it is over, the narrowest first: the table and the team only, or everybody in the assembly. */
export const notesReaders = ["table", "members"] as const;
export type NotesReaders = (typeof notesReaders)[number];

/**
 * Who may read what was written in a session: what the tables were told while they wrote, unless the assembly has chosen fewer since. `told`
 * is null for a session that has not begun, or began before there was a choice.
 */
export function readersOfNotes(told: NotesReaders | null, chosen: NotesReaders): NotesReaders {
  const promised = told ?? "table";
  return notesReaders.indexOf(chosen) < notesReaders.indexOf(promised) ? chosen : promised;
}
