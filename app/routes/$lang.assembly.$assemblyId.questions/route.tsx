import type { MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { Card } from "~/app/components/card/card";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { TextAreaField } from "~/app/components/field/text-area-field";
import { CommandForm } from "~/app/components/form/command-form";
import { DoneNotice } from "~/app/components/form/done-notice";
import { keepWhenOffline } from "~/app/components/form/keep-when-offline";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PageTitle } from "~/app/components/page-title/page-title";
import { QUESTION_MAX } from "~/app/domain/learning/limits";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { QuestionCard, type QuestionCardProps } from "./question-card";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const clientAction = (sent: ClientActionFunctionArgs) => keepWhenOffline(sent);

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Questions to the experts" : "Questions aux expertes et experts") },
];

export default function Questions() {
  const t = useT("learn");
  const { waiting, answered, mayAsk, mayAnswer } = useLoaderData<typeof loader>();
  const rights = { maySupport: mayAsk, mayAnswer };
  return (
    <div className="stack-8">
      <PageTitle title={t("question.title")}>{t("question.text")}</PageTitle>
      <DoneNotice />
      {mayAsk && (
        <Card title={t("question.ask")}>
          <CommandForm intent="ask" resetOnDone>
            <TextAreaField
              name="text"
              label={t("question.label")}
              hint={t("question.hint")}
              rows={3}
              maxLength={QUESTION_MAX}
              defaultValue=""
            />
            <SubmitButton>{t("question.submit")}</SubmitButton>
          </CommandForm>
        </Card>
      )}
      {waiting.length + answered.length === 0 && (
        <EmptyState title={t("question.none")}>{mayAsk && t("question.noneText")}</EmptyState>
      )}
      <Section title={t("question.waiting")} questions={waiting} {...rights} />
      <Section title={t("question.answered")} questions={answered} {...rights} />
    </div>
  );
}

interface SectionProps extends Pick<QuestionCardProps, "maySupport" | "mayAnswer"> {
  readonly title: string;
  readonly questions: readonly QuestionCardProps["question"][];
}

function Section({ title, questions, ...rights }: SectionProps) {
  if (questions.length === 0) return null;
  return (
    <section className="stack-4">
      <h2>{title}</h2>
      <ul className="max-w-none stack-4">
        {questions.map((question) => (
          <QuestionCard key={question.id} question={question} {...rights} />
        ))}
      </ul>
    </section>
  );
}
