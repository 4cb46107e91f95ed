import { useT } from "~/app/i18n/use-t";
import { Table } from "../table/table";

export interface RarePeopleProps {
  readonly rare: {
    readonly count: number;
    readonly people: readonly {
      readonly name: string;
      readonly values: readonly { readonly feature: string; readonly value: string }[];
    }[];
  };
}

/** Who has less than 1 chance in 200, and because of which quotas. */
export function RarePeople({ rare: { count, people } }: RarePeopleProps) {
  const t = useT("draw");
  if (count === 0) return <p>{t("tight.rareNobody")}</p>;
  return (
    <section className="stack" aria-labelledby="rare">
      <h3 id="rare">{t("tight.rareTitle", { count })}</h3>
      <p className="measure">{t("tight.rareText")}</p>
      <Table
        caption={t("tight.rareTitle", { count })}
        hideCaption
        stack
        head={[t("tight.rarePerson"), t("tight.rareQuotas")]}
        rows={people.map(({ name, values }, at) => ({
          key: `${at}:${name}`,
          cells: [
            <strong key="name">{name}</strong>,
            values.length === 0
              ? t("tight.rareMixed")
              : values.map(({ feature, value }) => `${feature} : ${value}`).join(" · "),
          ],
        }))}
      />
      {count > people.length && <p className="soft">{t("result.more", { count: count - people.length })}</p>}
    </section>
  );
}
