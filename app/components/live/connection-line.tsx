import { Link, useLocation } from "@remix-run/react";
import { useOnline } from "~/app/hooks/use-online";
import { useT } from "~/app/i18n/use-t";
import type { LiveConnection } from "../../hooks/live/live-session";
import { useLive } from "./live-context";
import { useSignInHere } from "./signed-out";

/** How the connection is, in words. */
export function ConnectionLine() {
  const t = useT("live");
  const { pathname } = useLocation();
  const signIn = useSignInHere();
  const online = useOnline();
  const { connection } = useLive();
  const shown = online || isOver(connection) ? connection : "reconnecting";
  const isLost = shown === "reconnecting" || shown === "crowded" || shown === "signed-out";
  return (
    <p role="status" className={isLost ? "connection-line lost" : "connection-line"}>
      {t(`connection.${shown}`)}{" "}
      {shown === "signed-out" && (
        <Link to={signIn} reloadDocument>
          {t("signedOut.signIn")}
        </Link>
      )}
      {shown === "refused" && (
        // The page is asked for anew: its answer says why.
        <Link to={pathname} reloadDocument>
          {t("connection.reload")}
        </Link>
      )}
    </p>
  );
}

const isOver = (connection: LiveConnection): boolean => connection === "refused" || connection === "signed-out";
