import { Check } from "lucide-react";
import { useOnline } from "~/app/hooks/use-online";
import { useT } from "~/app/i18n/use-t";
import type { DocumentStatus } from "../../hooks/document/shared-document";

/** Whether what was typed is in the database; readers hear only what needs them. */
export function NotesStatus({ status, loaded }: { readonly status: DocumentStatus; readonly loaded: boolean }) {
  const t = useT("group");
  const online = useOnline();
  const cut = !online && status !== "read-only" && status !== "refused";
  const shown = cut ? "offline" : status === "saved" && !loaded ? "connecting" : status;
  const heard = shown === "offline" || shown === "refused";
  return (
    <>
      <p className={`notes-status small ${heard ? "lost" : "soft"}`} data-status={shown}>
        {shown === "saved" && <Check aria-hidden="true" />}
        {t(`notes.status.${shown}`)}
      </p>
      <span className="visually-hidden" role="status">
        {heard ? t(`notes.status.${shown}`) : ""}
      </span>
    </>
  );
}
