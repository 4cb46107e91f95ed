import { useLoaderData } from "@remix-run/react";
import { NumberField } from "~/app/components/field/number-field";
import { SelectField } from "~/app/components/field/select-field";
import { TextField } from "~/app/components/field/text-field";
import type { Localised } from "~/app/domain/kernel/locale";
import { MATERIAL_TITLE_MAX, STEP_MINUTES_MAX } from "~/app/domain/learning/limits";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatDate } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import { LocalisedFields } from "./localised-fields";
import type { loader } from "./route.server";

export interface StepFieldsProps {
  readonly title: Localised | undefined;
  readonly phaseId: string | undefined;
  readonly minutes: number | undefined;
}

/** What documents and tasks have in common: titles, phase, minutes. */
export function StepFields({ title = {}, phaseId, minutes }: StepFieldsProps) {
  const t = useT("learn");
  const kinds = useT("phases");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const { phases, languages, asked } = useLoaderData<typeof loader>();
  const options = phases.map(({ id, kind, startsAtMs }) => ({
    value: String(id),
    label: `${kinds(kind)}, ${t("desk.begins", { date: formatDate({ atMs: startsAtMs, locale, timeZone }) })}`,
  }));
  return (
    <>
      <LocalisedFields languages={languages} label={t("edit.title")}>
        {(language, label) => (
          <TextField
            name={`title.${language}`}
            label={label}
            lang={language}
            maxLength={MATERIAL_TITLE_MAX}
            defaultValue={title[language] ?? ""}
          />
        )}
      </LocalisedFields>
      <div className="row">
        <SelectField
          name="phaseId"
          label={t("edit.phase")}
          options={options}
          defaultValue={phaseId ?? asked ?? options[0]?.value}
        />
        <NumberField
          name="minutes"
          label={t("edit.minutes")}
          min={1}
          max={STEP_MINUTES_MAX}
          unit={t("edit.minutesUnit")}
          defaultValue={minutes ?? 10}
        />
      </div>
    </>
  );
}
