import { useEffect, useRef } from "react";
import { type Locale, locales } from "~/app/domain/kernel/locale";
import { useT } from "~/app/i18n/use-t";
import { FieldRefusals, useFieldParts } from "../field/field-shell";

export interface LanguageBoxesProps {
  readonly languages: readonly Locale[];
  readonly onChange: (languages: readonly Locale[]) => void;
}

/** The languages of the assembly, to tick. */
export function LanguageBoxes({ languages, onChange }: LanguageBoxesProps) {
  const t = useT("prepare");
  const frame = useT("frame");
  const boxes = useRef<HTMLFieldSetElement>(null);
  const { state, attributes, hintId } = useFieldParts({ name: "languages", hint: t("languages.hint") });
  const ticked = state.typed ?? languages;
  const tell = () => {
    const inputs = [...(boxes.current?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])];
    onChange(locales.filter((locale) => inputs.some(({ value }) => value === locale)));
  };
  const hasTold = useRef(false);
  // Somebody may have ticked before the page had its scripts; from then on the boxes tell themselves.
  useEffect(() => {
    if (hasTold.current) return;
    hasTold.current = true;
    tell();
  });
  return (
    <fieldset ref={boxes} className="field-shell" aria-describedby={attributes["aria-describedby"]}>
      <legend>{t("languages.label")}</legend>
      <div className="text-s text-soft" id={hintId}>
        {t("languages.hint")}
      </div>
      <FieldRefusals state={state} />
      <div className="row">
        {locales.map((locale, at) => (
          <label key={locale} className="choice">
            <input
              id={at === 0 ? state.id : `${state.id}-${locale}`}
              type="checkbox"
              name="languages"
              value={locale}
              defaultChecked={ticked.includes(locale)}
              onChange={tell}
            />
            <span>{frame(`language.${locale}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
