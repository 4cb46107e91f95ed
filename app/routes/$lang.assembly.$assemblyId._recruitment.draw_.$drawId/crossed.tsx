import { Form } from "@remix-run/react";
import { Button } from "~/app/components/button/button";
import { SelectField } from "~/app/components/field/select-field";
import { Table } from "~/app/components/table/table";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

/** Two features at a time: the panel against the pool, for the two that were chosen. */
export function Crossed({ draw: { counts, record, seats } }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const locale = useLocale();
  if (!counts || counts.pairs.length === 0) return null;
  const tenth = (value: number): string => formatNumber(Math.round(10 * value) / 10, locale);
  const options = counts.pairs.map(([first, second], at) => ({
    value: String(at),
    label: t("result.crossedPairOption", { first, second }),
  }));
  const shown = options[counts.pair]?.label ?? "";
  return (
    <section className="stack-4" aria-labelledby="crossed">
      <h2 id="crossed">{t("result.crossed")}</h2>
      <p className="max-w-measure">{t("result.crossedText")}</p>
      {options.length > 1 && (
        <Form method="get" action="#crossed" className="row items-end print:hidden" preventScrollReset>
          <SelectField
            name="pair"
            label={t("result.crossedPair")}
            defaultValue={String(counts.pair)}
            options={options}
          />
          <Button type="submit">{t("result.crossedShow")}</Button>
        </Form>
      )}
      <Table
        caption={shown}
        stack
        head={[t("result.value"), t("result.inPool"), t("result.inProportion"), t("result.average"), t("result.panel")]}
        numeric={[1, 2, 3, 4]}
        rows={counts.rows.map(({ values: [first, second], pool, expected, drawn }) => ({
          key: JSON.stringify([first, second]),
          cells: [
            <strong key="values">
              {first} · {second}
            </strong>,
            formatNumber(pool, locale),
            tenth((pool * seats) / Math.max(1, record.people)),
            tenth(expected),
            <strong key="drawn">{drawn}</strong>,
          ],
        }))}
      />
    </section>
  );
}
