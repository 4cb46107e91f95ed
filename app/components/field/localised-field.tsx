import { type Locale, type Localised, locales } from "~/app/domain/kernel/locale";
import { useT } from "~/app/i18n/use-t";
import type { FieldProps, WrittenFieldProps } from "./field-shell";
import { TextAreaField } from "./text-area-field";
import { TextField } from "./text-field";

/** The fields post `name.fr`, `name.en`: read them with `readLocalised`. */
export interface LocalisedFieldProps extends FieldProps, Pick<WrittenFieldProps, "maxLength"> {
  readonly label: string;
  /** The languages asked for; a field of another one keeps what was typed, out of sight. */
  readonly languages: readonly Locale[];
  readonly defaultValue?: Localised | undefined;
  /** Several lines. */
  readonly rows?: number;
}

/** One text in each language of the assembly, side by side where there is room. */
export function LocalisedField({ name, label, languages, defaultValue, rows, ...rest }: LocalisedFieldProps) {
  const t = useT("frame");
  const shown = locales.filter((locale) => languages.includes(locale));
  return (
    <div className={shown.length > 1 ? "grid gap-5 md:grid-cols-2" : undefined}>
      {locales.map((locale) => {
        const field = {
          ...rest,
          name: `${name}.${locale}`,
          label: shown.length > 1 ? `${label} (${t(`language.${locale}`)})` : label,
          defaultValue: defaultValue?.[locale],
          lang: locale,
        };
        return (
          <div key={locale} hidden={!shown.includes(locale)}>
            {rows === undefined ? <TextField {...field} /> : <TextAreaField {...field} rows={rows} />}
          </div>
        );
      })}
    </div>
  );
}
