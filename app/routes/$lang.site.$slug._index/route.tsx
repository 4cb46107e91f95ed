import type { MetaFunction } from "@remix-run/node";
import { Hemicycle } from "~/app/components/hemicycle/hemicycle";
import { Table } from "~/app/components/table/table";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useLocale } from "~/app/hooks/use-locale";
import { type SiteOfPage, useSite } from "~/app/hooks/use-site";
import { formatDate } from "~/app/i18n/format-date";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";

export const meta: MetaFunction = ({ matches }) => {
  const site = matches.find(({ id }) => id === "routes/$lang.site.$slug")?.data as SiteOfPage | undefined;
  return [{ title: pageTitle(site?.title ?? "") }, { name: "description", content: site?.question ?? "" }];
};

export default function SiteHome() {
  const t = useT("site");
  const site = useSite();
  return (
    <div className="stack-l">
      <header className="grid-12 items-center">
        <div className="span-8 stack">
          <p className="soft">{t("home.question")}</p>
          <h1>{site.question || site.title}</h1>
          <p className="soft">{t("home.organisedBy", { name: site.organisation })}</p>
        </div>
        <div className="span-4">
          <Hemicycle seats={Array(site.seats).fill("here")} label={t("home.seats", { count: site.seats })} />
          <p className="soft text-center">{t("home.seats", { count: site.seats })}</p>
        </div>
      </header>
      <section className="card stack-s" aria-labelledby="commitment">
        <h2 id="commitment">{t("home.commitment")}</h2>
        {site.authorityName && <p className="soft">{site.authorityName}</p>}
        <p className="whitespace-pre-line">{site.commitment || t("home.noCommitment")}</p>
      </section>
      <Calendar site={site} />
    </div>
  );
}

function Calendar({ site }: { readonly site: SiteOfPage }) {
  const t = useT("site");
  const phases = useT("phases");
  const locale = useLocale();
  const { timeZone } = site;
  const day = (atMs: number): string => formatDate({ atMs, timeZone, locale });
  return (
    <div className="stack">
      <h2>{t("home.calendar")}</h2>
      <Table
        caption={t("home.calendar")}
        hideCaption
        head={[t("home.phase"), t("home.dates")]}
        rows={site.phases.map(({ id, kind, startsAtMs, endsAtMs, open }) => ({
          key: id,
          cells: [
            <span key="kind" className="row">
              {phases(kind)} {open && <Tag tone="now">{t("home.now")}</Tag>}
            </span>,
            t("home.from", { from: day(startsAtMs), to: day(endsAtMs) }),
          ],
        }))}
      />
      <h3>{t("home.sessions")}</h3>
      {site.sessions.length === 0 ? (
        <p className="soft">{t("home.noSession")}</p>
      ) : (
        <ul className="stack-s">
          {site.sessions.map(({ id, title, startsAtMs, place }) => (
            <li key={id}>
              <When at={startsAtMs} timeZone={timeZone} as="day-time" /> · {title} · {t(`home.place.${place}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
