import { Table } from "~/app/components/table/table";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

export interface DrawnPeopleProps {
  readonly draw: DrawOfPage;
  readonly named: boolean;
}

/** Who was drawn: names for organisers, random ids for everybody else. */
export function DrawnPeople({ draw: { drawn, record, kind }, named }: DrawnPeopleProps) {
  const t = useT("draw");
  const locale = useLocale();
  const { lottery } = record;
  const counted = lottery !== undefined && drawn.some(({ panels }) => panels !== null);
  const isOrdered = kind === "alternates";
  return (
    <section className="stack-4" aria-labelledby="drawn">
      <h2 id="drawn">{t("result.drawn")}</h2>
      {isOrdered && <p className="text-soft">{t("result.alternatesText")}</p>}
      {!named && <p className="text-soft">{t("result.drawnHidden")}</p>}
      <Table
        caption={t("result.drawn")}
        hideCaption
        stack
        head={[
          ...(isOrdered ? [t("result.rank")] : []),
          t("result.person"),
          t("result.features"),
          ...(counted ? [t("result.inPanels")] : []),
        ]}
        rows={drawn.map(({ id, name, features: values, panels }, at) => ({
          key: id,
          cells: [
            ...(isOrdered ? [at + 1] : []),
            <strong key="name">{name ?? <span className="tabular-nums">{id}</span>}</strong>,
            values.join(" · "),
            ...(counted && panels !== null
              ? [
                  t("result.inPanelsOf", {
                    times: formatNumber(panels, locale),
                    panels: formatNumber(lottery?.size ?? 0, locale),
                  }),
                ]
              : []),
          ],
        }))}
      />
    </section>
  );
}
