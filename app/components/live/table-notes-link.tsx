import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { ButtonLink } from "../button/button-link";
import { useLive } from "./live-context";

/** The way to the notes that the tables have written, once there were any: beside the session, which goes on. */
export function TableNotesLink() {
  const t = useT("group");
  const path = useLocalePath();
  const { session, me } = useLive().state;
  // Beside a session that goes on: whoever leaves the room is not heard any more.
  const apart = session.state !== "closed";
  if (!session.lastRound || !me.may.readNotes) return null;
  return (
    <p>
      <ButtonLink
        to={path(`/assembly/${session.assemblyId}/session/${session.sessionId}/notes`)}
        {...(apart && { target: "_blank" })}
      >
        {t("tables.open")} {apart && <span className="sr-only">{t("tables.apart")}</span>}
      </ButtonLink>
    </p>
  );
}
