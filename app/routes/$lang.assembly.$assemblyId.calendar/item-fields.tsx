import { LocalisedField } from "~/app/components/field/localised-field";
import { NumberField } from "~/app/components/field/number-field";
import { RadioCards } from "~/app/components/field/radio-cards";
import { agendaModes } from "~/app/domain/assembly/session-plan";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import type { CalendarSession } from "./route.server";

/** One item of an agenda. */
export function ItemFields({ item }: { readonly item?: CalendarSession["agenda"][number] }) {
  const t = useT("calendar");
  const { languages } = useAssembly();
  return (
    <>
      <LocalisedField
        name="title"
        label={t("agenda.name")}
        languages={languages}
        defaultValue={item?.title}
        required
        maxLength={200}
      />
      <RadioCards
        name="mode"
        label={t("mode.label")}
        inline
        defaultValue={item?.mode ?? "plenary"}
        options={agendaModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
      <NumberField
        name="minutes"
        label={t("agenda.duration")}
        defaultValue={item?.minutes ?? 20}
        min={1}
        max={480}
        unit="min"
        required
      />
      <LocalisedField
        name="prompt"
        label={t("agenda.prompt")}
        hint={t("agenda.promptHint")}
        languages={languages}
        defaultValue={item?.prompt}
        rows={2}
        optional
        maxLength={2000}
      />
    </>
  );
}
