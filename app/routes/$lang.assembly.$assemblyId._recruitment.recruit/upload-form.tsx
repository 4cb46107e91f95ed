import { FileField } from "~/app/components/field/file-field";
import { CommandForm } from "~/app/components/form/command-form";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";

/** The file of volunteers. The page's one filled button as long as there is no pool. */
export function UploadForm({ first, mark }: { readonly first: boolean; readonly mark: string }) {
  const t = useT("recruit");
  return (
    <CommandForm intent="upload" encType="multipart/form-data">
      <FilledFrom mark={mark} />
      <FileField
        name="file"
        label={t("pool.file")}
        hint={t("pool.fileHint")}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        required
      />
      <p className="text-s text-soft">{t("pool.nothingYet")}</p>
      <SubmitButton tone={first ? "main" : "plain"} busyLabel={t("pool.sending")}>
        {t("pool.send")}
      </SubmitButton>
    </CommandForm>
  );
}
