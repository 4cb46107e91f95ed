import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";

export interface WaitingFileProps {
  readonly fileName: string;
  readonly rows: number;
  /** Which file it is. */
  readonly mark: string;
}

/** A file that was sent and whose columns have not been said. */
export function WaitingFile({ fileName, rows, mark }: WaitingFileProps) {
  const t = useT("recruit");
  return (
    <Card title={t("pool.waiting", { file: fileName })}>
      <p className="text-soft">{t("pool.waitingRows", { count: rows })}</p>
      <div className="row">
        <ButtonLink tone="main" to="columns" relative="path">
          {t("pool.goOn")}
        </ButtonLink>
        <CommandForm intent="discard" hidden={{ seen: mark }} encType="multipart/form-data" className="row">
          <SubmitButton tone="quiet">{t("pool.discard")}</SubmitButton>
        </CommandForm>
      </div>
    </Card>
  );
}
