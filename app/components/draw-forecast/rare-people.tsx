import { useT } from "~/app/i18n/use-t";
import { Table } from "../table/table";

export interface PeopleAhead {
  readonly count: number;
  readonly people: readonly {
    readonly name: string;
    readonly values: readonly { readonly feature: string; readonly value: string }[];
  }[];
}

/** Who has less than 1 chance in 200, and because of which quotas. */
export function RarePeople({ rare: { count, people } }: { readonly rare: PeopleAhead }) {
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
            values.length === 0 ? t("tight.rareMixed") : values.map(({ value }) => value).join(" · "),
          ],
        }))}
      />
      <More count={count - people.length} />
    </section>
  );
}

/** Whom no panel that meets the quotas contains, before it is too late to change them. */
export function NeverDrawn({ never: { count, people } }: { readonly never: PeopleAhead }) {
  const t = useT("draw");
  if (count === 0) return null;
  return (
    <section className="stack" aria-labelledby="never">
      <h3 id="never">{t("tight.neverTitle", { count })}</h3>
      <p className="measure">{t("tight.neverText")}</p>
      <p>{people.map(({ name }) => name).join(" · ")}</p>
      <More count={count - people.length} />
    </section>
  );
}

function More({ count }: { readonly count: number }) {
  const t = useT("draw");
  return count > 0 ? <p className="soft">{t("result.more", { count })}</p> : null;
}
