import { Card } from "~/app/components/card/card";
import { DateTimeField } from "~/app/components/field/date-time-field";
import { NumberField } from "~/app/components/field/number-field";
import { RadioCards } from "~/app/components/field/radio-cards";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import { keysOf } from "~/app/domain/kernel/entries-of";
import { thresholds } from "~/app/domain/voting/show-of-hands";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

const defaults = { fr: "Vote sur les recommandations", en: "Vote on the recommendations" } as const;

export function PrepareVote({
  recommendations,
  mark,
}: {
  readonly mark: string;
  readonly recommendations: { readonly locked: number; readonly draft: number };
}) {
  const t = useT("vote");
  const frame = useT("frame");
  const { languages, timeZone } = useAssembly();
  const { locked, draft } = recommendations;
  if (locked === 0) return <Notice tone="info" title={t("prepare.none")} />;
  return (
    <Card title={t("prepare.title")}>
      <p>{t("prepare.text")}</p>
      <p>
        {t("prepare.locked", { count: locked })} {draft > 0 && t("prepare.drafts", { count: draft })}
      </p>
      <CommandForm>
        <FilledFrom mark={mark} />
        {languages.map((language) => (
          <TextField
            key={language}
            name={`title-${language}`}
            label={
              languages.length > 1
                ? t("prepare.nameIn", { language: frame(`language.${language}`) })
                : t("prepare.name")
            }
            defaultValue={defaults[language]}
            lang={language}
            required
            maxLength={200}
          />
        ))}
        <RadioCards
          name="threshold"
          label={t("prepare.threshold")}
          defaultValue="more-than-half"
          options={keysOf(thresholds).map((value) => ({
            value,
            label: t(`thresholds.${value}`),
          }))}
        />
        <NumberField
          name="quorumPercent"
          label={t("prepare.quorum")}
          hint={t("prepare.quorumHint")}
          defaultValue={50}
          min={0}
          max={100}
          unit="%"
          required
        />
        <DateTimeField
          name="closesAt"
          label={t("prepare.closesAt")}
          hint={t("prepare.closesAtHint")}
          timeZone={timeZone}
          optional
        />
        <SubmitButton>{t("prepare.submit")}</SubmitButton>
      </CommandForm>
    </Card>
  );
}
