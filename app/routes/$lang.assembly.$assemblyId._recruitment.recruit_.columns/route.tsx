import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { CheckboxField } from "~/app/components/field/checkbox-field";
import { CommandForm } from "~/app/components/form/command-form";
import { afterClash, FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAnswer } from "~/app/hooks/use-answer";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { ColumnList } from "./column-list";
import { type ProblemLine, ProblemList } from "./problem-list";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const shouldRevalidate = afterClash;

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Columns of the file" : "Colonnes du fichier") },
];

export default function ColumnsPage() {
  const t = useT("recruit");
  const path = useLocalePath();
  const back = path(`/assembly/${useAssembly().id}/recruit`);
  const { fileName, rows, columns, replaces, mark } = useLoaderData<typeof loader>();
  const answer = useAnswer<{ problems?: ProblemLine[]; problemCount?: number }>();
  return (
    <div className="stack-8">
      <PageTitle title={t("columns.title")}>{t("columns.lead", { file: fileName, count: rows })}</PageTitle>
      {answer?.problems && (
        <ProblemList problems={answer.problems} count={answer.problemCount ?? answer.problems.length} back={back} />
      )}
      <CommandForm className="stack-8">
        <FilledFrom key={mark} mark={mark} />
        <ColumnList key={mark} columns={columns} />
        <p className="text-s text-soft max-w-measure">{t("columns.help")}</p>
        {replaces > 0 && <CheckboxField name="replace" label={t("columns.replace", { count: replaces })} />}
        <div className="row">
          <SubmitButton busyLabel={t("columns.checking")}>{t("columns.submit")}</SubmitButton>
          <ButtonLink tone="quiet" to={back}>
            {t("columns.back")}
          </ButtonLink>
        </div>
      </CommandForm>
    </div>
  );
}
