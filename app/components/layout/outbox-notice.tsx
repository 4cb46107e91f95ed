import { Link } from "@remix-run/react";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useRootData } from "~/app/hooks/use-root-data";
import { useT } from "~/app/i18n/use-t";

/** Without a mail server, mails wait on a page: say so where people wait for one. */
export function OutboxNotice() {
  const t = useT("frame");
  const path = useLocalePath();
  const root = useRootData();
  if (!root?.mailOutbox) return null;
  return (
    <p className="text-s text-soft print:hidden">
      {t("outbox")} {root.opensOutbox ? <Link to={path("/outbox")}>{t("outboxLink")}</Link> : t("outboxElsewhere")}
    </p>
  );
}
