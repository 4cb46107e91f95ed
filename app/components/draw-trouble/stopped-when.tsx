import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatDateTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";

export interface StoppedWhenProps {
  readonly stopped: { readonly byName: string | null; readonly atMs: number | null };
}

/** Who stopped the calculation and when, as one sentence. */
export function StoppedWhen({ stopped: { byName, atMs } }: StoppedWhenProps) {
  const t = useT("draw");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  if (atMs === null) return null;
  const at = formatDateTime({ atMs, timeZone, locale });
  return <>{byName ? t("kept.stoppedBy", { name: byName, at }) : t("kept.stoppedAt", { at })}</>;
}
