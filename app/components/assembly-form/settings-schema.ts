import { z } from "zod";
import { notesReaders } from "~/app/domain/assembly/notes-readers";
import type { AssemblySettings } from "~/app/domain/assembly/settings";
import { type Locale, type Localised, locales } from "~/app/domain/kernel/locale";
import { readLocalised } from "~/app/domain/kernel/read-localised";
import { tidyName } from "~/app/domain/people/person-name";

const line = z.string().trim().max(200).default("");
const paragraph = z.string().trim().max(1000).default("");
const page = z.string().trim().max(10_000).default("");
const whole = z.coerce.number("number-invalid").int("number-invalid");

/** One choice posts a text, several a list. */
const several = (value: unknown): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** The fields of AssemblyFields, as a form posts them. */
export const settingsFields = {
  languages: z.preprocess(several, z.array(z.enum(locales))),
  "title.fr": line,
  "title.en": line,
  "question.fr": paragraph,
  "question.en": paragraph,
  "authorityName.fr": line,
  "authorityName.en": line,
  "commitment.fr": page,
  "commitment.en": page,
  timeZone: z.string().max(60),
  seats: whole,
  groupSize: whole,
  contactName: z.string().trim().min(1).max(120),
  contactPhone: z.string().trim().min(1).max(40),
  contactEmail: z.email().max(200),
  notesReaders: z.enum(notesReaders).default("table"),
};

const shape = z.object(settingsFields);

/** Titles stand in subjects of mails and in lists: no line ends, nothing that turns the reading round. */
function onOneLine(texts: Localised): Localised {
  return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, tidyName(text)]));
}

/** What was posted, as the domain says it; whether it may be so is the domain's to judge. */
export function settingsOf(posted: z.output<typeof shape>): AssemblySettings {
  const languages: readonly Locale[] = locales.filter((locale) => posted.languages.includes(locale));
  return {
    title: onOneLine(readLocalised(posted, "title", languages)),
    question: readLocalised(posted, "question", languages),
    authorityName: onOneLine(readLocalised(posted, "authorityName", languages)),
    commitment: readLocalised(posted, "commitment", languages),
    languages,
    timeZone: posted.timeZone,
    seats: posted.seats,
    groupSize: posted.groupSize,
    contactName: posted.contactName,
    contactPhone: posted.contactPhone,
    contactEmail: posted.contactEmail,
    notesReaders: posted.notesReaders,
  };
}
