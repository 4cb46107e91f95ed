import { Check } from "lucide-react";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import { Tag } from "../tag/tag";

export interface QuotaRow {
  readonly value: string;
  readonly min: number;
  readonly max: number;
  /** How many seats the panel gives; left out before the draw. */
  readonly count?: number;
  readonly poolCount?: number;
  /** A word beside the value. */
  readonly mark?: string;
}

export interface QuotaChartProps {
  readonly groups: readonly { readonly feature: string; readonly rows: readonly QuotaRow[] }[];
  readonly seats: number;
  /** How many volunteers, for the share of each value among them. */
  readonly poolTotal?: number;
}

/** Quotas as corridors that fill: what is allowed, what was drawn, what the pool looks like. A table for readers. */
export function QuotaChart({ groups, seats, poolTotal }: QuotaChartProps) {
  const t = useT("frame");
  return (
    <div className="@container grid gap-6">
      {groups.map(({ feature, rows }, at) => (
        <FeatureTable
          key={feature}
          feature={feature}
          rows={rows}
          seats={seats}
          poolTotal={poolTotal ?? 0}
          headed={at === 0}
        />
      ))}
      <p className="text-s text-soft">
        {t("quotas.legend")} {poolTotal ? t("quotas.poolLegend") : ""}
      </p>
    </div>
  );
}

interface FeatureTableProps {
  readonly feature: string;
  readonly rows: readonly QuotaRow[];
  readonly seats: number;
  readonly poolTotal: number;
  /** Whether the titles of the columns are seen; readers always have them. */
  readonly headed: boolean;
}

function FeatureTable({ feature, rows, seats, poolTotal, headed }: FeatureTableProps) {
  const t = useT("frame");
  const locale = useLocale();
  const drawn = rows.some(({ count }) => count !== undefined);
  return (
    <table className="quota-chart">
      <caption>{feature}</caption>
      <colgroup>
        <col />
        <col className="w-[28%]" />
        {drawn && <col className="w-[21%]" />}
        <col className="w-[14%]" />
        {poolTotal > 0 && <col className="w-[14%]" />}
      </colgroup>
      <thead className={headed ? undefined : "sr-only"}>
        <tr>
          <th scope="col">{t("quotas.value")}</th>
          <td />
          {drawn && <th scope="col">{t("quotas.seats")}</th>}
          <th scope="col">{t("quotas.allowed")}</th>
          {poolTotal > 0 && <th scope="col">{t("quotas.pool")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value}>
            <th scope="row">
              {row.value}{" "}
              {row.mark && (
                <>
                  &nbsp;<Tag>{row.mark}</Tag>
                </>
              )}
            </th>
            <td className="corridor-cell">
              <Corridor row={row} seats={seats} poolTotal={poolTotal} />
            </td>
            {drawn && (
              <td className="tabular-nums">
                <Count row={row} />
              </td>
            )}
            <td className="tabular-nums text-soft">
              {row.min === row.max
                ? t("quotas.allowedExactly", { min: row.min })
                : t("quotas.allowedRange", { min: row.min, max: row.max })}
            </td>
            {poolTotal > 0 && (
              <td className="tabular-nums text-soft pool">{formatNumber(row.poolCount ?? 0, locale)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Corridor({
  row: { min, max, count, poolCount },
  seats,
  poolTotal,
}: {
  row: QuotaRow;
  seats: number;
  poolTotal: number;
}) {
  const at = (part: number, whole: number): string =>
    `${(whole > 0 ? Math.min(100, (100 * part) / whole) : 0).toFixed(2)}%`;
  return (
    <span className="corridor" aria-hidden="true">
      {count !== undefined && <i style={{ width: at(count, seats) }} />}
      <b style={{ insetInlineStart: at(min, seats), width: at(Math.min(max, seats) - min, seats) }} />
      {poolTotal > 0 && poolCount !== undefined && <s style={{ insetInlineStart: at(poolCount, poolTotal) }} />}
    </span>
  );
}

function Count({ row: { min, max, count = 0 } }: { row: QuotaRow }) {
  const t = useT("frame");
  if (count < min || count > max) {
    return (
      <>
        <strong>{count}</strong>{" "}
        <span className="inline-flex items-center gap-1 font-bold text-danger">
          {count < min ? t("quotas.below", { count: min - count }) : t("quotas.above", { count: count - max })}
        </span>
      </>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 font-bold text-ok">
      {count} <Check className="size-[1.1em] stroke-3" aria-hidden="true" />
      <span className="sr-only"> {t("quotas.met")}</span>
    </span>
  );
}
