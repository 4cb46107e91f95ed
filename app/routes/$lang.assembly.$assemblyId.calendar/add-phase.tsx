import { CheckboxField } from "~/app/components/field/checkbox-field";
import { NumberField } from "~/app/components/field/number-field";
import { SelectField } from "~/app/components/field/select-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { phaseKinds } from "~/app/domain/assembly/phase";
import { useT } from "~/app/i18n/use-t";
import type { ItineraryProps } from "./itinerary-props";

/** One phase more: which kind, after which one, how long. */
export function AddPhase({ phases, version }: Pick<ItineraryProps, "phases" | "version">) {
  const t = useT("calendar");
  const tPhases = useT("phases");
  const furthest = phases.findLastIndex(({ reached }) => reached);
  const places = phases.slice(Math.max(0, furthest));
  return (
    <CommandForm intent="phase-add" hidden={{ version }}>
      <p className="text-soft max-w-measure">{t("itinerary.addText")}</p>
      <div className="grid gap-5 md:grid-cols-3">
        <SelectField
          name="kind"
          label={t("itinerary.kind")}
          options={phaseKinds.slice(1).map((value) => ({ value, label: tPhases(value) }))}
          required
        />
        <SelectField
          name="after"
          label={t("itinerary.after")}
          options={places.map(({ id, kind }) => ({ value: id, label: tPhases(kind) }))}
          required
        />
        <NumberField name="days" label={t("itinerary.days")} defaultValue={14} min={1} max={3660} required />
      </div>
      <CheckboxField
        name="moveSessions"
        label={t("itinerary.moveSessions")}
        hint={t("itinerary.moveSessionsHint")}
        defaultChecked
      />
      <SubmitButton>{t("itinerary.addSubmit")}</SubmitButton>
    </CommandForm>
  );
}
