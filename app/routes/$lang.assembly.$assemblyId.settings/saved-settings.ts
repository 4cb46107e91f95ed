import type { SavedField } from "~/app/components/form/two-versions";
import { type NotesReaders, notesReaders } from "~/app/domain/assembly/notes-readers";
import type { AssemblySettings } from "~/app/domain/assembly/settings";
import { keysOf } from "~/app/domain/kernel/entries-of";
import { useT } from "~/app/i18n/use-t";

const readersOf = (chosen: string): NotesReaders => notesReaders.find((one) => one === chosen) ?? "table";

/** The settings as they are saved, under the names of their fields. */
export function useSavedSettings({ languages, ...settings }: AssemblySettings): SavedField[] {
  const t = useT("prepare");
  const frame = useT("frame");
  const labels: Record<keyof typeof settings, string> = {
    title: t("title.label"),
    question: t("question.label"),
    authorityName: t("authority.name"),
    commitment: t("authority.commitment"),
    timeZone: t("people.timeZone"),
    seats: t("people.seats"),
    groupSize: t("people.groupSize"),
    contactName: t("contact.name"),
    contactPhone: t("contact.phone"),
    contactEmail: t("contact.email"),
    notesReaders: t("notes.readers"),
  };
  const language = (locale: string): string => frame(locale === "fr" ? "language.fr" : "language.en");
  const fields = keysOf(labels).flatMap((name): SavedField[] => {
    const value = settings[name];
    if (name === "notesReaders") {
      const show = (chosen: string) => t(`notes.${readersOf(chosen)}`);
      return [{ name, label: labels[name], saved: settings.notesReaders, show }];
    }
    if (typeof value !== "object") return [{ name, label: labels[name], saved: String(value) }];
    return languages.map((locale) => ({
      name: `${name}.${locale}`,
      label: `${labels[name]} (${language(locale)})`,
      saved: value[locale] ?? "",
    }));
  });
  return [
    ...fields,
    {
      name: "languages",
      label: t("languages.label"),
      saved: languages.join(),
      several: true,
      show: (chosen) => chosen.split(",").filter(Boolean).map(language).join(", "),
    },
  ];
}
