import { type Locale, type Localised, locales } from "../kernel/locale";
import { accepted, type Result, refuse } from "../kernel/result";
import type { NotesReaders } from "./notes-readers";

/** What an organiser says about an assembly, as it is shown on its screens. */
export interface AssemblySettings {
  readonly title: Localised;
  readonly question: Localised;
  readonly languages: readonly Locale[];
  readonly timeZone: string;
  readonly seats: number;
  readonly groupSize: number;
  readonly authorityName: Localised;
  readonly commitment: Localised;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  /** Who reads what tables wrote, once the session is over; of sessions that are still to begin. */
  readonly notesReaders: NotesReaders;
}

/** The largest assemblies held so far drew a thousand people (South Australia, 2016: 350; Danish and European panels: 800–1000). */
export const MOST_SEATS = 1000;
export const SMALLEST_GROUP = 2;
export const LARGEST_GROUP = 30;

/**
 * Whether an assembly may have these settings: a language at least, each title, question and authority's name in every language of the
 * assembly (the commitment may come later), a time zone that is known, a group that fits into the assembly. Each refusal names its field.
 */
export function checkSettings(settings: AssemblySettings): Result<undefined> {
  const { languages, seats, groupSize, timeZone } = settings;
  if (languages.length === 0) return refuse("language-needed", {}, "languages");
  for (const name of ["title", "question", "authorityName"] as const) {
    const missing = locales.find((locale) => languages.includes(locale) && !settings[name][locale]?.trim());
    if (missing) return refuse("field-required", {}, `${name}.${missing}`);
  }
  if (!isTimeZone(timeZone)) return refuse("time-zone-unknown", {}, "timeZone");
  if (seats < 2 || seats > MOST_SEATS) return refuse("seats-out-of-range", { min: 2, max: MOST_SEATS }, "seats");
  if (groupSize < SMALLEST_GROUP || groupSize > LARGEST_GROUP) {
    return refuse("group-size-out-of-range", { min: SMALLEST_GROUP, max: LARGEST_GROUP }, "groupSize");
  }
  return groupSize > seats ? refuse("group-larger-than-assembly", { seats }, "groupSize") : accepted;
}

/** Whether this machine's calendar knows the zone. */
export function isTimeZone(text: string): boolean {
  try {
    return text.length > 0 && new Intl.DateTimeFormat("en", { timeZone: text }).format(0).length > 0;
  } catch {
    return false;
  }
}
