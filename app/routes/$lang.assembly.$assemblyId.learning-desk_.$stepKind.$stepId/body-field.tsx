import { useState } from "react";
import { FieldShell } from "~/app/components/field/field-shell";
import { Reading } from "~/app/components/reading/reading";
import type { Locale } from "~/app/domain/kernel/locale";
import { READING_MAX } from "~/app/domain/learning/limits";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";

export interface BodyFieldProps {
  readonly locale: Locale;
  readonly label: string;
  readonly defaultValue: string;
}

/** A reading being written, and beside it how members will read it. */
export function BodyField({ locale, label, defaultValue }: BodyFieldProps) {
  const t = useT("learn");
  const hydrated = useHydrated();
  const [text, setText] = useState<string>();
  return (
    <div className="grid-12">
      <div className="xl:col-span-6">
        <FieldShell name={`body.${locale}`} label={label} hint={t("edit.bodyHint")}>
          {(attributes, typed) => (
            <textarea
              {...attributes}
              className="field"
              rows={16}
              maxLength={READING_MAX}
              lang={locale}
              defaultValue={typed ? (typed[0] ?? "") : defaultValue}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </FieldShell>
      </div>
      {hydrated && (
        <section className="xl:col-span-6 stack-2" aria-label={`${t("edit.preview")}, ${label}`}>
          <p className="text-soft text-s">{t("edit.preview")}</p>
          <div className="card">
            {(text ?? defaultValue).trim() === "" ? (
              <p className="text-soft">{t("edit.previewEmpty")}</p>
            ) : (
              <Reading text={text ?? defaultValue} level={3} lang={locale} />
            )}
          </div>
        </section>
      )}
    </div>
  );
}
