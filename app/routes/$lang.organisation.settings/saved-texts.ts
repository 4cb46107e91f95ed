import type { SavedField } from "~/app/components/form/two-versions";
import type { OrganisationSays } from "~/app/domain/assembly/organisation-texts";
import { locales } from "~/app/domain/kernel/locale";
import { useT } from "~/app/i18n/use-t";

/** An organisation's texts as they are saved, under the names of their fields. */
export function useSavedTexts(): (stored: OrganisationSays) => SavedField[] {
  const t = useT("prepare");
  const frame = useT("frame");
  return (stored) => [
    { name: "name", label: t("organisation.name"), saved: stored.name },
    ...(["legalNotice", "privacy"] as const).flatMap((field) =>
      locales.map((locale) => ({
        name: `${field}.${locale}`,
        label: `${t(`organisation.${field}`)} (${frame(`language.${locale}`)})`,
        saved: stored[field][locale] ?? "",
      })),
    ),
  ];
}
