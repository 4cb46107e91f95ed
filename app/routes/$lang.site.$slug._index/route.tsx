import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Hemicycle } from "~/app/components/hemicycle/hemicycle";
import { type SiteOfPage, useSite } from "~/app/hooks/use-site";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { DecidedList } from "./decided";
import type { loader } from "./route.server";
import { SiteCalendar } from "./site-calendar";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ matches }) => {
  const site = matches.find(({ id }) => id === "routes/$lang.site.$slug")?.data as SiteOfPage | undefined;
  return [{ title: pageTitle(site?.title ?? "") }, { name: "description", content: site?.question ?? "" }];
};

export default function SiteHome() {
  const t = useT("site");
  const site = useSite();
  const { decided } = useLoaderData<typeof loader>();
  return (
    <div className="stack-8">
      <header className="grid-12 items-center">
        <div className="xl:col-span-8 stack-4">
          <p className="text-soft">{t("home.question")}</p>
          <h1 className="text-title-l">{site.question || site.title}</h1>
          <p className="text-soft">{t("home.organisedBy", { name: site.organisation })}</p>
        </div>
        <div className="xl:col-span-4">
          <Hemicycle seats={Array(site.seats).fill("here")} label={t("home.seats", { count: site.seats })} />
          <p className="text-soft text-center">{t("home.seats", { count: site.seats })}</p>
        </div>
      </header>
      {decided.length > 0 && <DecidedList decided={decided} />}
      <section className="card stack-2" aria-labelledby="commitment">
        <h2 id="commitment">{t("home.commitment")}</h2>
        {site.authorityName && <p className="text-soft">{site.authorityName}</p>}
        <p className="whitespace-pre-line">{site.commitment || t("home.noCommitment")}</p>
      </section>
      <SiteCalendar />
    </div>
  );
}
