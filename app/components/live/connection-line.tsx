import { Link, useLocation } from "@remix-run/react";
import { useOnline } from "~/app/hooks/use-online";
import { useT } from "~/app/i18n/use-t";
import { useLive } from "./live-context";

/** How the connection is, in words. */
export function ConnectionLine() {
  const t = useT("live");
  const { pathname } = useLocation();
  const live = useLive();
  const online = useOnline();
  const connection = online || live.connection === "refused" ? live.connection : "reconnecting";
  return (
    <p role="status" className={connection === "reconnecting" ? "connection-line lost" : "connection-line"}>
      {t(`connection.${connection}`)}{" "}
      {connection === "refused" && (
        // The page is asked for anew: its answer says why.
        <Link to={pathname} reloadDocument>
          {t("connection.reload")}
        </Link>
      )}
    </p>
  );
}
