import { useFetcher } from "@remix-run/react";
import { ThumbsUp } from "lucide-react";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { TextAreaField } from "~/app/components/field/text-area-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Reading } from "~/app/components/reading/reading";
import { Tag } from "~/app/components/tag/tag";
import { QUESTION_ANSWER_MAX } from "~/app/domain/learning/limits";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatDayTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import type { ShownQuestion } from "./route.server";

export interface QuestionCardProps {
  readonly question: ShownQuestion;
  readonly maySupport: boolean;
  readonly mayAnswer: boolean;
}

/** One question: its words, who supports it, and the answer or the form for one. */
export function QuestionCard({ question, maySupport, mayAnswer }: QuestionCardProps) {
  const t = useT("learn");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const { id, text, language, own, answer, support } = question;
  const when = (atMs: number) => formatDayTime({ atMs, locale, timeZone });
  return (
    <li className="card stack-4" id={id}>
      <h3 className="max-w-measure" lang={language}>
        {text}
      </h3>
      <div className="row justify-between">
        <p className="text-soft text-s">
          {own ? (
            <Tag>{t("question.own")}</Tag>
          ) : (
            t("question.by", { name: question.askedByName, when: when(question.askedAtMs) })
          )}
          {support > 0 && ` · ${t("question.supported", { count: support })}`}
        </p>
        {maySupport && !own && <Support question={question} />}
      </div>
      {answer && (
        <div className="stack-2">
          <p className="text-soft text-s">
            {t("question.answeredBy", { name: answer.byName, when: when(answer.atMs) })}
          </p>
          <Reading text={answer.text} level={3} />
        </div>
      )}
      {mayAnswer && <Answer question={question} />}
    </li>
  );
}

/** Each question sends on its own, so that two quick touches on two questions are both kept. */
function Support({ question: { id, supported, text } }: Pick<QuestionCardProps, "question">) {
  const t = useT("learn");
  const fetcher = useFetcher();
  return (
    <CommandForm
      intent="support"
      formId={id}
      fetcher={fetcher}
      className="row"
      label={text}
      hidden={{ questionId: id, support: supported ? "no" : "yes" }}
    >
      <SubmitButton tone={supported ? "quiet" : "plain"}>
        <ThumbsUp aria-hidden="true" />
        {t(supported ? "question.unsupport" : "question.support")}
        <span className="sr-only"> : {text}</span>
      </SubmitButton>
    </CommandForm>
  );
}

function Answer({ question: { id, answer } }: Pick<QuestionCardProps, "question">) {
  const t = useT("learn");
  return (
    <Disclosure summary={t(answer ? "question.changeAnswer" : "question.answer")}>
      <CommandForm intent="answer" formId={id} hidden={{ questionId: id, seenAtMs: answer?.atMs ?? "" }}>
        <TextAreaField
          name="answer"
          label={t("question.answerLabel")}
          hint={t("question.answerHint")}
          rows={8}
          maxLength={QUESTION_ANSWER_MAX}
          defaultValue={answer?.text ?? ""}
        />
        <SubmitButton>{t("question.answerSubmit")}</SubmitButton>
      </CommandForm>
    </Disclosure>
  );
}
