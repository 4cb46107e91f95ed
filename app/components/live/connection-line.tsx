import { Link, useLocation } from "@remix-run/react";
import { useOnline } from "~/app/hooks/use-online";
import { useT } from "~/app/i18n/use-t";
import { useLive } from "./live-context";

/**
 * How the connection is, in words; nothing where the page says it on top already: that the device has no network (`ConnectionNotice`), or
 * that nobody is signed in any more (`SignedOut`).
 */
export function ConnectionLine() {
  const t = useT("live");
  const { pathname } = useLocation();
  const online = useOnline();
  const { connection } = useLive();
  const isSaidOnTop = connection === "signed-out" || (!online && connection !== "refused");
  const isLost = connection === "reconnecting" || connection === "crowded";
  return (
    <p role="status" className={isLost ? "lost" : undefined}>
      {!isSaidOnTop && t(`connection.${connection}`)}{" "}
      {connection === "refused" && (
        // The page is asked for anew: its answer says why.
        <Link to={pathname} reloadDocument>
          {t("connection.reload")}
        </Link>
      )}
    </p>
  );
}
