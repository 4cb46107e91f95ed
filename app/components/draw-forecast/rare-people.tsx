import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import { Disclosure } from "../disclosure/disclosure";
import { Table } from "../table/table";

export interface PeopleAhead {
  readonly count: number;
  readonly people: readonly {
    readonly name: string;
    readonly values: readonly { readonly feature: string; readonly value: string }[];
  }[];
}

/** More names than this are shown on demand. */
const FEW = 10;

export interface RarePeopleProps {
  readonly rare: PeopleAhead;
  /** There are so many volunteers that everybody's chance is small, whatever the quotas. */
  readonly isMany: boolean;
}

/** Who has less than 1 chance in 200, and because of which quotas. */
export function RarePeople({ rare, isMany }: RarePeopleProps) {
  const t = useT("draw");
  const locale = useLocale();
  const { count, people } = rare;
  if (count === 0) return <p>{t("tight.rareNobody")}</p>;
  const isExplained = people.some(({ values }) => values.length > 0);
  const list = isExplained ? <ByQuota rare={rare} /> : <p>{people.map(({ name }) => name).join(" · ")}</p>;
  const more = <More count={count - people.length} />;
  return (
    <section className="stack-4" aria-labelledby="rare">
      <h3 id="rare">{t("tight.rareTitle", { count }).replace(String(count), formatNumber(count, locale))}</h3>
      <p className="max-w-measure">
        {t(isMany ? "tight.rareMany" : isExplained ? "tight.rareText" : "tight.rareMixed")}
      </p>
      {people.length > FEW ? (
        <Disclosure summary={t("tight.rareNames")}>
          {list}
          {more}
        </Disclosure>
      ) : (
        <>
          {list}
          {more}
        </>
      )}
    </section>
  );
}

function ByQuota({ rare: { count, people } }: Pick<RarePeopleProps, "rare">) {
  const t = useT("draw");
  return (
    <Table
      caption={t("tight.rareTitle", { count })}
      hideCaption
      stack
      head={[t("tight.rarePerson"), t("tight.rareQuotas")]}
      rows={people.map(({ name, values }, at) => ({
        key: `${at}:${name}`,
        cells: [<strong key="name">{name}</strong>, values.map(({ value }) => value).join(" · ") || "–"],
      }))}
    />
  );
}

/** Whom no panel that meets the quotas contains, before it is too late to change them. */
export function NeverDrawn({ never: { count, people } }: { readonly never: PeopleAhead }) {
  const t = useT("draw");
  if (count === 0) return null;
  return (
    <section className="stack-4" aria-labelledby="never">
      <h3 id="never">{t("tight.neverTitle", { count })}</h3>
      <p className="max-w-measure">{t("tight.neverText")}</p>
      <p>{people.map(({ name }) => name).join(" · ")}</p>
      <More count={count - people.length} />
    </section>
  );
}

function More({ count }: { readonly count: number }) {
  const t = useT("draw");
  const locale = useLocale();
  if (count <= 0) return null;
  return <p className="text-soft">{t("result.more", { count }).replace(String(count), formatNumber(count, locale))}</p>;
}
