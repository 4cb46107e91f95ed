import { DateTimeField } from "~/app/components/field/date-time-field";
import { SelectField } from "~/app/components/field/select-field";
import type { Locale } from "~/app/domain/kernel/locale";
import { eveningAfter } from "~/app/domain/recruitment/evening-after";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

/** Two weeks, as invitations usually give. */
const USUAL_DAYS = 14;

export interface DeadlineFieldsProps {
  readonly nowMs: number;
  readonly languages: readonly Locale[];
}

/** Until when to answer, and in which language the mail speaks where there are two. */
export function DeadlineFields({ nowMs, languages }: DeadlineFieldsProps) {
  const t = useT("invite");
  const tCommon = useT("frame");
  const { timeZone } = useAssembly();
  return (
    <>
      <DateTimeField
        name="deadline"
        label={t("send.deadline")}
        hint={t("send.deadlineHint")}
        timeZone={timeZone}
        defaultAtMs={eveningAfter(USUAL_DAYS, { nowMs, timeZone })}
        required
      />
      {languages.length > 1 ? (
        <SelectField
          name="language"
          label={t("send.language")}
          defaultValue={languages[0]}
          options={languages.map((language) => ({ value: language, label: tCommon(`language.${language}`) }))}
        />
      ) : (
        <input type="hidden" name="language" value={languages[0] ?? "fr"} />
      )}
    </>
  );
}
