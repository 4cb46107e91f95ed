import type { ReactNode } from "react";
import type { Locale } from "~/app/domain/kernel/locale";
import { useT } from "~/app/i18n/use-t";

export interface LocalisedFieldsProps {
  readonly languages: readonly Locale[];
  readonly label: string;
  readonly children: (locale: Locale, label: string) => ReactNode;
}

/** The same field once in each language of the assembly; its label names the language where there are several. */
export function LocalisedFields({ languages, label, children }: LocalisedFieldsProps) {
  const t = useT("learn");
  const frame = useT("frame");
  return (
    <>
      {languages.map((locale) => (
        <div key={locale}>
          {children(
            locale,
            languages.length === 1 ? label : t("edit.inLanguage", { label, language: frame(`language.${locale}`) }),
          )}
        </div>
      ))}
    </>
  );
}
