import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage, NamedPerson } from "./draw-of-page";

/** Whom no panel can contain, and who counts as living alone for want of an address: by name for organisers. */
export function PeopleApart({ draw }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const { record, unreachable, addressUnknown } = draw;
  return (
    <>
      {record.unreachable > 0 && (
        <section className="stack-4" aria-labelledby="unreachable">
          <h2 id="unreachable">{t("result.unreachableNames")}</h2>
          <p className="max-w-measure">{t("result.unreachableText")}</p>
          <Names people={unreachable} total={record.unreachable} />
        </section>
      )}
      {record.addressUnknown > 0 && (
        <section className="stack-4" aria-labelledby="address-unknown">
          <h2 id="address-unknown">{t("result.addressNames")}</h2>
          <Names people={addressUnknown} total={record.addressUnknown} />
        </section>
      )}
    </>
  );
}

function Names({ people, total }: { readonly people: readonly NamedPerson[]; readonly total: number }) {
  const t = useT("draw");
  const locale = useLocale();
  const left = total - people.length;
  if (people.length === 0) return <p className="tabular-nums">{formatNumber(total, locale)}</p>;
  return (
    <p>
      {people.map(({ id, name }) => name ?? id).join(" · ")}
      {left > 0 && <span className="text-soft"> {t("result.more", { count: left })}</span>}
    </p>
  );
}
