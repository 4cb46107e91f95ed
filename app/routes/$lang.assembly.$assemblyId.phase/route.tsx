import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DoneNotice } from "~/app/components/form/done-notice";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { AdvanceCard } from "./advance-card";
import { History } from "./history";
import { OpenCard } from "./open-card";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [{ title: pageTitle(params.lang === "en" ? "Phases" : "Étapes") }];

/** Somebody was faster: the page shows where things stand now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function PhaseRoute() {
  const t = useT("phase");
  const path = useLocalePath();
  const { id } = useAssembly();
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle
        title={t("title")}
        actions={<ButtonLink to={path(`/assembly/${id}/calendar`)}>{t("calendar")}</ButtonLink>}
      >
        {t("text")}
      </PageTitle>
      <DoneNotice />
      <div className="stack-8">
        <OpenCard page={page} />
        {page.next ? (
          <AdvanceCard key={page.ordinal} page={page} next={page.next} />
        ) : (
          <Notice tone="info">{t("next.none")}</Notice>
        )}
        <History history={page.history} />
      </div>
    </>
  );
}
