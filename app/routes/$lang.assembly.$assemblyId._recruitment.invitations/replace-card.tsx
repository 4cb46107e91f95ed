import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useMay } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

export interface ReplaceCardProps {
  readonly count: number;
  readonly deleted: boolean;
}

/** Seats to be filled from the pool. */
export function ReplaceCard({ count, deleted }: ReplaceCardProps) {
  const t = useT("invite");
  const may = useMay()("draw.replace");
  return (
    <Card title={t("replace.title", { count })}>
      <p>{deleted ? t("replace.deleted") : may ? t("replace.text") : t("replace.notNow")}</p>
      {!deleted && may && (
        <CommandForm intent="replace">
          <SubmitButton tone="plain">{t("replace.button", { count })}</SubmitButton>
        </CommandForm>
      )}
    </Card>
  );
}
