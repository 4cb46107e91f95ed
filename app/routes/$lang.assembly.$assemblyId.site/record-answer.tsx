import { Card } from "~/app/components/card/card";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { DateTimeField } from "~/app/components/field/date-time-field";
import { SelectField } from "~/app/components/field/select-field";
import { TextAreaField } from "~/app/components/field/text-area-field";
import { CommandForm } from "~/app/components/form/command-form";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { type ResponseState, responseStates } from "~/app/domain/follow-up/response-state";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

export interface AnsweredRecommendation {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly language: string;
  readonly mark: string;
  readonly answers: readonly { readonly state: ResponseState; readonly text: string; readonly answeredOnMs: number }[];
}

/** What the authority answered to one recommendation so far, and a form for its next answer. */
export function RecordAnswer({ recommendation }: { readonly recommendation: AnsweredRecommendation }) {
  const t = useT("site");
  const { timeZone } = useAssembly();
  const { number, title, answers } = recommendation;
  return (
    <Card title={`${number}. ${title}`} level={3}>
      {answers.length === 0 ? (
        <p className="text-soft">{t("recommendation.noAnswer")}</p>
      ) : (
        <ol className="max-w-none stack-2" aria-label={t("desk.previous")}>
          {answers.map(({ state, text, answeredOnMs }) => (
            <li key={`${answeredOnMs}-${state}`}>
              <Tag tone="wash">{t(`response.${state}`)}</Tag> <When at={answeredOnMs} timeZone={timeZone} as="date" /> ·{" "}
              {text}
            </li>
          ))}
        </ol>
      )}
      <Disclosure summary={t("desk.record")}>
        <AnswerForm id={recommendation.id} mark={recommendation.mark} />
      </Disclosure>
    </Card>
  );
}

function AnswerForm({ id, mark }: { readonly id: string; readonly mark: string }) {
  const t = useT("site");
  const frame = useT("frame");
  const { languages, timeZone } = useAssembly();
  return (
    <CommandForm intent="record" formId={id} resetOnDone>
      <FilledFrom mark={mark} />
      <SelectField
        name="state"
        label={t("desk.state")}
        options={responseStates.map((value) => ({ value, label: t(`response.${value}`) }))}
        required
      />
      {languages.map((language) => (
        <TextAreaField
          key={language}
          name={`text-${language}`}
          label={languages.length > 1 ? t("desk.textIn", { language: frame(`language.${language}`) }) : t("desk.text")}
          lang={language}
          maxLength={5000}
          required
        />
      ))}
      <DateTimeField name="answeredOn" label={t("desk.date")} timeZone={timeZone} dateOnly required />
      <SubmitButton>{t("desk.record")}</SubmitButton>
    </CommandForm>
  );
}
