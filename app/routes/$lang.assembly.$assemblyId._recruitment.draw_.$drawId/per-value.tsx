import { Disclosure } from "~/app/components/disclosure/disclosure";
import { Table } from "~/app/components/table/table";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { RecordOfPage } from "./draw-of-page";

/** The chart's figures as a table, with what all panels have on average. */
export function PerValue({ record: { values } }: { readonly record: RecordOfPage }) {
  const t = useT("draw");
  const locale = useLocale();
  return (
    <Disclosure summary={t("result.perValue")}>
      <p className="text-soft">{t("result.perValueText")}</p>
      <Table
        caption={t("result.perValue")}
        hideCaption
        stack
        head={[t("result.value"), t("result.inPool"), t("result.quota"), t("result.average"), t("result.panel")]}
        numeric={[1, 2, 3, 4]}
        rows={values.map(({ feature, value, pool, min, max, expected, drawn }) => ({
          key: JSON.stringify([feature, value]),
          cells: [
            <span key="value">
              <strong>{value}</strong> <span className="text-soft">· {feature}</span>
            </span>,
            formatNumber(pool, locale),
            min === max ? min : `${min}–${max}`,
            formatNumber(Math.round(10 * expected) / 10, locale),
            <strong key="drawn">{drawn}</strong>,
          ],
        }))}
      />
    </Disclosure>
  );
}
