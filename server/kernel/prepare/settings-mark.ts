import type { AssemblySettings } from "~/app/domain/assembly/settings";
import type { AssemblyRow } from "~/db/repositories/assembly";
import { markOf } from "../seen";

/** What is edited of an assembly, its calendar and its state apart. */
export function settingsOf(assembly: AssemblyRow): AssemblySettings {
  const { title, question, languages, timeZone, seats, groupSize, authorityName, commitment, ...rest } = assembly;
  const { contactName, contactPhone, contactEmail, notesReaders } = rest;
  const contact = { contactName, contactPhone, contactEmail };
  return {
    title,
    question,
    languages,
    timeZone,
    seats,
    groupSize,
    authorityName,
    commitment,
    ...contact,
    notesReaders,
  };
}

export function settingsMark(assembly: AssemblyRow): string {
  return markOf(settingsOf(assembly));
}
