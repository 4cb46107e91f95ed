import { useContext } from "react";
import { FormContext } from "~/app/components/form/form-context";
import { Tag } from "~/app/components/tag/tag";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import { BoundField } from "./bound-field";
import type { FormLine } from "./form-line";
import { SumLine } from "./sum-line";

export interface FeatureTableProps {
  readonly feature: string;
  readonly rows: readonly { readonly at: number; readonly line: FormLine }[];
  readonly seats: number;
  readonly people: number;
  /** What has been typed since the page came, by field name. */
  readonly typed: Readonly<Record<string, string>>;
}

/** One feature: a row per value, and the sums. */
export function FeatureTable({ feature, rows, seats, people, typed }: FeatureTableProps) {
  const t = useT("recruit");
  const tDraw = useT("draw");
  const locale = useLocale();
  const { reply } = useContext(FormContext);
  const current = (name: string, saved: number | undefined): string => {
    const sent = reply?.values[name];
    return typed[name] ?? (typeof sent === "string" ? sent : reply ? "" : (saved?.toString() ?? ""));
  };
  const share = (count: number): string => {
    const percent = people > 0 ? String(Math.round((1000 * count) / people) / 10) : "";
    return locale === "fr" ? percent.replace(".", ",") : percent;
  };
  const bounds = rows.map(({ at, line: { quota } }) => ({
    min: current(`min.${at}`, quota?.min),
    max: current(`max.${at}`, quota?.max),
  }));
  return (
    <section aria-label={feature}>
      <div className="overflow-x-auto">
        <table className="table quota-table table-fixed">
          <caption className="text-start font-title text-l font-bold">{feature}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-[34%]">
                {t("quotas.value")}
              </th>
              {(["pool", "share", "min", "max"] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`quotas.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, line: { value, people: count, quota, tight } }) => (
              <tr key={value}>
                <th scope="row">
                  {value} {tight && <Tag>{tDraw("tight.mark")}</Tag>}
                  <input type="hidden" name={`feature.${at}`} value={feature} />
                  <input type="hidden" name={`value.${at}`} value={value} />
                  {quota?.minFlex !== undefined && <input type="hidden" name={`minFlex.${at}`} value={quota.minFlex} />}
                  {quota?.maxFlex !== undefined && <input type="hidden" name={`maxFlex.${at}`} value={quota.maxFlex} />}
                </th>
                <td className="number" data-label={t("quotas.pool")}>
                  {formatNumber(count, locale)}
                </td>
                <td className="number" data-label={t("quotas.share")}>
                  <BoundField name={`share.${at}`} label={t("quotas.shareOf", { value })} start={share(count)} />
                </td>
                <td className="number" data-label={t("quotas.min")}>
                  <BoundField name={`min.${at}`} label={t("quotas.minOf", { feature, value })} start={quota?.min} />
                </td>
                <td className="number" data-label={t("quotas.max")}>
                  <BoundField name={`max.${at}`} label={t("quotas.maxOf", { feature, value })} start={quota?.max} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SumLine bounds={bounds} seats={seats} />
    </section>
  );
}
