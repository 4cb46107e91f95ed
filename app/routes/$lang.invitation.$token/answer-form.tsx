import { Card } from "~/app/components/card/card";
import { CheckboxField } from "~/app/components/field/checkbox-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { When } from "~/app/components/time/when";
import { useT } from "~/app/i18n/use-t";

export interface AnswerFormProps {
  readonly deadlineMs: number | null;
  readonly timeZone: string;
}

/** Yes with the consent to be named, or no: two forms, so that no box needs to be understood to decline. */
export function AnswerForm({ deadlineMs, timeZone }: AnswerFormProps) {
  const t = useT("invite");
  return (
    <Card>
      {deadlineMs !== null && (
        <p>
          {t("answer.until")}{" "}
          <strong>
            <When at={deadlineMs} timeZone={timeZone} />
          </strong>
        </p>
      )}
      <CommandForm intent="accept">
        <CheckboxField name="namePublic" label={t("answer.nameLabel")} hint={t("answer.nameHint")} />
        <SubmitButton big>{t("answer.yes")}</SubmitButton>
      </CommandForm>
      <CommandForm intent="decline">
        <SubmitButton tone="plain">{t("answer.no")}</SubmitButton>
      </CommandForm>
      <p className="text-s text-soft">{t("answer.free")}</p>
    </Card>
  );
}
