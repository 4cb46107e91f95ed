import { CheckboxField } from "~/app/components/field/checkbox-field";
import { DateTimeField } from "~/app/components/field/date-time-field";
import { CommandForm } from "~/app/components/form/command-form";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import type { ItineraryProps } from "./itinerary-props";
import { useSavedCalendar } from "./saved-calendar";

/** The first and last day of every phase, changed together. */
export function PhaseDates({ phases, mark }: Pick<ItineraryProps, "phases" | "mark">) {
  const t = useT("calendar");
  const tPhases = useT("phases");
  const { timeZone } = useAssembly();
  const saved = useSavedCalendar();
  return (
    <CommandForm intent="phase-dates">
      <FilledFrom mark={mark} fields={saved.dates(phases)}>
        <p className="text-soft max-w-measure">{t("itinerary.datesText")}</p>
        {phases.map(({ id, kind, startsAtMs, endsAtMs }) => (
          <fieldset key={id} className="flex flex-wrap gap-x-6 gap-y-3">
            <legend className="mb-1 font-heading">{tPhases(kind)}</legend>
            <DateTimeField
              name={`from.${id}`}
              label={t("itinerary.from")}
              defaultAtMs={startsAtMs}
              timeZone={timeZone}
              dateOnly
            />
            <DateTimeField
              name={`to.${id}`}
              label={t("itinerary.to")}
              defaultAtMs={endsAtMs}
              timeZone={timeZone}
              dateOnly
            />
          </fieldset>
        ))}
      </FilledFrom>
      <CheckboxField name="moveSessions" label={t("itinerary.moveSessions")} hint={t("itinerary.moveSessionsHint")} />
      <SubmitButton>{t("itinerary.saveDates")}</SubmitButton>
    </CommandForm>
  );
}
