import { Check, CloudOff, LoaderCircle, Lock } from "lucide-react";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DocumentStatus } from "~/realtime/browser/documents/shared-document";

const icons = {
  saved: Check,
  saving: LoaderCircle,
  connecting: LoaderCircle,
  offline: CloudOff,
  "read-only": Lock,
  refused: Lock,
} as const;

const looks: Partial<Record<DocumentStatus, string>> = {
  saved: "text-ok",
  offline: "font-semibold text-danger",
  refused: "font-semibold text-danger",
};

/** Whether everything typed here is in the database, and who else is writing. "Saved" is said only when the server has confirmed it. */
export function SaveStatus({
  status,
  writers,
}: {
  readonly status: DocumentStatus;
  readonly writers: readonly string[];
}) {
  const t = useT("draft");
  const locale = useLocale();
  const Icon = icons[status];
  return (
    <p className="flex max-w-none flex-wrap gap-x-3 text-s" data-status={status}>
      <span role="status" className={`inline-flex items-center gap-1 ${looks[status] ?? ""}`.trim()}>
        <Icon className="size-[1.1em]" aria-hidden="true" />
        {t(`status.${status}`)}
      </span>
      {writers.length > 0 && (
        <span className="text-soft">
          {t("status.writing", { count: writers.length, names: formatList(writers, locale) })}
        </span>
      )}
    </p>
  );
}
