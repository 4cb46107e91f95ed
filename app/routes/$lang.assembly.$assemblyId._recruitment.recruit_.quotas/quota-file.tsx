import { Disclosure } from "~/app/components/disclosure/disclosure";
import { FileField } from "~/app/components/field/file-field";
import { CommandForm } from "~/app/components/form/command-form";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import { Table } from "~/app/components/table/table";
import type { QuotaProblem } from "~/app/domain/recruitment/read-quotas";
import { useAnswer } from "~/app/hooks/use-answer";
import { useT } from "~/app/i18n/use-t";

interface Answer {
  readonly problems?: readonly QuotaProblem[];
  readonly values?: { readonly intent?: string };
}

/** Quotas taken from a file, with every bad cell listed. */
export function QuotaFile({ mark }: { readonly mark: string }) {
  const t = useT("recruit");
  const answer = useAnswer<Answer>();
  const problems = answer?.problems ?? [];
  return (
    <Disclosure summary={t("quotas.fromFile")} open={answer?.values?.intent === "file"}>
      <div className="stack-4">
        {problems.length > 0 && (
          <>
            <Notice tone="danger" title={t("quotas.problemsTitle", { count: problems.length })} live />
            <Table
              caption={t("quotas.problemsTitle", { count: problems.length })}
              hideCaption
              head={[t("columns.row"), t("quotas.column"), t("columns.what")]}
              numeric={[0]}
              rows={problems.slice(0, 100).map(({ row, column, code, value }, at) => ({
                key: `${row}:${column}:${code}:${at}`,
                cells: [row, column, t(`problem.${code}`, { value: value ?? "" })],
              }))}
            />
          </>
        )}
        <CommandForm intent="file" encType="multipart/form-data">
          <FilledFrom mark={mark} />
          <FileField
            name="file"
            label={t("quotas.fileLabel")}
            hint={t("quotas.fileHint")}
            accept=".csv,.tsv,.txt,text/csv"
            required
          />
          <SubmitButton tone="plain">{t("quotas.fileSend")}</SubmitButton>
        </CommandForm>
      </div>
    </Disclosure>
  );
}
