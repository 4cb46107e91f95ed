import { Table } from "~/app/components/table/table";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

export interface DrawnPeopleProps {
  readonly draw: DrawOfPage;
  readonly named: boolean;
}

/** Who was drawn: names for organisers, random ids for everybody else. */
export function DrawnPeople({ draw: { drawn, record }, named }: DrawnPeopleProps) {
  const t = useT("draw");
  const features = [...new Set(record.values.map(({ feature }) => feature))];
  return (
    <section className="stack" aria-labelledby="drawn">
      <h2 id="drawn">{t("result.drawn")}</h2>
      {!named && <p className="soft">{t("result.drawnHidden")}</p>}
      <Table
        caption={t("result.drawn")}
        hideCaption
        stack
        head={[t("result.person"), ...features]}
        rows={drawn.map(({ id, name, features: values }) => ({
          key: id,
          cells: [name ?? <span className="num">{id}</span>, ...values],
        }))}
      />
    </section>
  );
}
