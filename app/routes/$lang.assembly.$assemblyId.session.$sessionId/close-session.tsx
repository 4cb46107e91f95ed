import { LiveConfirm } from "~/app/components/live/live-confirm";
import { useT } from "~/app/i18n/use-t";

/** Ends the session for everyone, after asking. */
export function CloseSession() {
  const t = useT("live");
  return (
    <LiveConfirm
      command="close-session"
      input={{}}
      open={t("console.close")}
      title={t("console.closeTitle")}
      confirmLabel={t("console.closeConfirm")}
      tone="danger"
    >
      <p>{t("console.closeText")}</p>
    </LiveConfirm>
  );
}
