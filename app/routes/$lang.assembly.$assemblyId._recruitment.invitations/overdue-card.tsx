import { Card } from "~/app/components/card/card";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { useT } from "~/app/i18n/use-t";

/** Those whose deadline is over: a call first, then their seats are free. */
export function OverdueCard({ count }: { readonly count: number }) {
  const t = useT("invite");
  return (
    <Card title={t("overdue.title", { count })}>
      <p>{t("overdue.text")}</p>
      <ConfirmButton
        label={t("overdue.button")}
        title={t("overdue.question")}
        confirmLabel={t("overdue.confirm")}
        intent="close"
      >
        <p>{t("overdue.text")}</p>
      </ConfirmButton>
    </Card>
  );
}
