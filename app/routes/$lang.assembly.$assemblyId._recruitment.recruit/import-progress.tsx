import { Card } from "~/app/components/card/card";
import { ProgressLine } from "~/app/components/meter/progress-line";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

export interface ImportProgressProps {
  readonly rows: number;
  readonly written: number;
}

/** How far the import is. The page asks again by itself; without JavaScript it reloads. */
export function ImportProgress({ rows, written }: ImportProgressProps) {
  const t = useT("recruit");
  const locale = useLocale();
  const figures = { written: formatNumber(written, locale), rows: formatNumber(rows, locale) };
  return (
    <Card title={t("pool.importing")}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <ProgressLine label={t("pool.importing")} value={written} max={rows} />
      <p className="tabular-nums">{t("pool.importingText", figures)}</p>
    </Card>
  );
}
