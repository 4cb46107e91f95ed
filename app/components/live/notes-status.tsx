import { Check } from "lucide-react";
import { useOnline } from "~/app/hooks/use-online";
import { useT } from "~/app/i18n/use-t";
import type { DocumentStatus } from "~/realtime/browser/documents/shared-document";
import { useLive } from "./live-context";

export interface NotesStatusProps {
  readonly status: DocumentStatus;
  readonly loaded: boolean;
}

const classes: Partial<Record<DocumentStatus, string>> = { offline: "font-semibold", refused: "lost" };

/**
 * Whether what was typed is in the database; readers hear only what needs them. Nothing once nobody is signed in: the page says so on top, and
 * what becomes of the words.
 */
export function NotesStatus({ status, loaded }: NotesStatusProps) {
  const t = useT("group");
  const online = useOnline();
  const { connection } = useLive();
  if (connection === "signed-out") return null;
  const cut = !online && status !== "read-only" && status !== "refused";
  const shown = cut ? "offline" : status === "saved" && !loaded ? "connecting" : status;
  const words = t(`notes.status.${shown}`);
  const heard = shown in classes;
  return (
    <>
      <p
        className={`inline-flex items-center gap-[0.35rem] text-s ${classes[shown] ?? "text-soft"}`}
        data-status={shown}
        aria-hidden={heard}
      >
        {shown === "saved" && <Check className="size-[1.1em]" aria-hidden="true" />}
        {words}
      </p>
      <span className="sr-only" role="status">
        {heard ? words : ""}
      </span>
    </>
  );
}
