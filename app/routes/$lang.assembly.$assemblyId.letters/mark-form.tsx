import { Card } from "~/app/components/card/card";
import { DateTimeField } from "~/app/components/field/date-time-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { eveningAfter } from "~/app/domain/recruitment/evening-after";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

/** Letters take longer than mails. */
const USUAL_DAYS = 21;

export interface MarkFormProps {
  readonly ids: readonly string[];
  readonly deadlineMs: number | null | undefined;
  readonly nowMs: number;
}

/** The deadline that the letters name, and that they go out: both before printing. */
export function MarkForm({ ids, deadlineMs, nowMs }: MarkFormProps) {
  const t = useT("invite");
  const { timeZone } = useAssembly();
  return (
    <Card title={t("letters.markTitle")}>
      <CommandForm>
        {ids.map((id) => (
          <input key={id} type="hidden" name="letter" value={id} />
        ))}
        <DateTimeField
          name="deadline"
          label={t("send.deadline")}
          timeZone={timeZone}
          defaultAtMs={deadlineMs ?? eveningAfter(USUAL_DAYS, { nowMs, timeZone })}
          required
        />
        <SubmitButton tone="plain">{t("letters.mark")}</SubmitButton>
      </CommandForm>
    </Card>
  );
}
