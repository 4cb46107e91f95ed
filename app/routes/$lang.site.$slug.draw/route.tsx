import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageTitle } from "~/app/components/page-title/page-title";
import { QuotaChart } from "~/app/components/quota-chart/quota-chart";
import { Table } from "~/app/components/table/table";
import { When } from "~/app/components/time/when";
import { useChances } from "~/app/hooks/use-chances";
import { useLocale } from "~/app/hooks/use-locale";
import { useSite } from "~/app/hooks/use-site";
import { formatDateTime } from "~/app/i18n/format-date";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Who was drawn" : "Qui a été tiré au sort") },
];

export default function SiteDraw() {
  const t = useT("site");
  const { seats, volunteers, seated, features, names } = useLoaderData<typeof loader>();
  const groups = features.map(({ feature, rows }) => ({
    feature,
    rows: rows.map(({ value, min, max, seated: count }) => ({ value, min, max, count })),
  }));
  return (
    <div className="stack-8">
      <PageTitle title={t("draw.title")}>
        <p className="max-w-measure">{t("draw.intro")}</p>
      </PageTitle>
      <dl className="row gap-8">
        {volunteers !== null && <Figure label={t("draw.volunteers")} value={volunteers} />}
        <Figure label={t("draw.seats")} value={seats} />
        <Figure label={t("draw.seated")} value={seated} />
      </dl>
      <section className="stack-4" aria-labelledby="counts">
        <h2 id="counts">{t("draw.counts")}</h2>
        <p className="text-soft">{t("draw.countsNote")}</p>
        <QuotaChart groups={groups} seats={seats} />
      </section>
      <Draws />
      {names.length > 0 && (
        <section className="stack-2" aria-labelledby="names">
          <h2 id="names">{t("draw.names")}</h2>
          <p>{names.join(" · ")}</p>
        </section>
      )}
    </div>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt className="text-soft">{label}</dt>
      <dd className="big-number tabular-nums">{value}</dd>
    </div>
  );
}

function Draws() {
  const t = useT("site");
  const draw = useT("draw");
  const chances = useChances();
  const locale = useLocale();
  const { timeZone } = useSite();
  const { draws } = useLoaderData<typeof loader>();
  if (draws.length === 0) return <p className="text-soft">{t("draw.none")}</p>;
  return (
    <div className="stack-4">
      <h2>{t("draw.draws")}</h2>
      <Table
        caption={t("draw.draws")}
        hideCaption
        stack
        head={[t("draw.number"), t("draw.date"), t("draw.drawn"), t("draw.how"), t("draw.why"), t("draw.proof")]}
        rows={draws.map(
          ({ ordinal, kind, atMs, drawn, algorithm, smallestChance, stoppedAtMs, reason, seed, inputsHash }) => ({
            key: String(ordinal),
            cells: [
              `${ordinal} · ${t(`draw.kind.${kind}`)}`,
              <When key="at" at={atMs} timeZone={timeZone} />,
              drawn,
              <span key="how">
                {algorithm === null ? "–" : draw(`ways.names.${algorithm}`)}
                {smallestChance !== null && (
                  <span className="text-soft text-s block">
                    {t("draw.smallest", { chances: chances(smallestChance) })}
                  </span>
                )}
                {stoppedAtMs !== null && (
                  <span className="text-soft text-s block">
                    {t("draw.stopped", { at: formatDateTime({ atMs: stoppedAtMs, timeZone, locale }) })}
                  </span>
                )}
              </span>,
              reason ?? "–",
              <span key="proof" className="text-s break-all">
                <code>{seed}</code> · <code>{inputsHash}</code>
              </span>,
            ],
          }),
        )}
      />
    </div>
  );
}
