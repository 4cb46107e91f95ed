import { TextAreaField } from "~/app/components/field/text-area-field";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { useT } from "~/app/i18n/use-t";
import { WaysToDraw } from "./ways-to-draw";

/** A second draw is possible until somebody was invited, and never without a reason. */
export function DrawnAgain() {
  const t = useT("draw");
  return (
    <div>
      <ConfirmButton label={t("again.button")} title={t("again.title")} confirmLabel={t("again.confirm")} intent="draw">
        <p>{t("again.text")}</p>
        <TextAreaField name="reason" label={t("again.reason")} required maxLength={2000} rows={3} />
        <WaysToDraw />
      </ConfirmButton>
    </div>
  );
}
