import { Card } from "~/app/components/card/card";
import { DateTimeField } from "~/app/components/field/date-time-field";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { SubmitButton } from "~/app/components/form/submit-button";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

/** A month: time for replacements. */
const USUAL_MS = 30 * 86_400_000;

export interface UndrawnCardProps {
  readonly pool: { readonly deleteAtMs: number | null; readonly deletedAtMs: number | null };
  readonly nowMs: number;
}

/** Leads to the day on which those who were not drawn are forgotten. */
export function UndrawnCard({ pool: { deleteAtMs, deletedAtMs }, nowMs }: UndrawnCardProps) {
  const t = useT("invite");
  const { timeZone } = useAssembly();
  if (deletedAtMs !== null) {
    return (
      <p className="text-soft">
        {t("undrawn.title")} · {t("undrawn.deleted")} <When at={deletedAtMs} timeZone={timeZone} as="date" />
      </p>
    );
  }
  return (
    <Card title={t("undrawn.title")}>
      <p>
        {t("undrawn.text")} {t("undrawn.stays")}
      </p>
      {deleteAtMs !== null && (
        <p>
          <strong>
            {t("undrawn.planned")} <When at={deleteAtMs} timeZone={timeZone} as="date" />
          </strong>
        </p>
      )}
      <CommandForm intent="plan-deletion" className="row items-end">
        <DateTimeField
          name="deleteAt"
          label={t("undrawn.date")}
          timeZone={timeZone}
          defaultAtMs={deleteAtMs ?? nowMs + USUAL_MS}
          dateOnly
          required
        />
        <SubmitButton tone="plain">{t("undrawn.plan")}</SubmitButton>
      </CommandForm>
      <div>
        <ConfirmButton
          label={t("undrawn.now")}
          tone="danger"
          title={t("undrawn.nowTitle")}
          confirmLabel={t("undrawn.nowConfirm")}
          intent="delete-now"
        >
          <p>{t("undrawn.nowText")}</p>
          <p>{t("undrawn.stays")}</p>
        </ConfirmButton>
      </div>
    </Card>
  );
}
