import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { DoneNotice } from "~/app/components/form/done-notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { translator } from "~/app/i18n/translate";
import { useT } from "~/app/i18n/use-t";
import { RecommendationCard } from "./recommendation-card";
import type { loader } from "./route.server";
import { StartForm } from "./start-form";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(translator(params.lang === "en" ? "en" : "fr")("draft")("list.title")) },
];

export default function RecommendationsPage() {
  const t = useT("draft");
  const { recommendations, start, heard } = useLoaderData<typeof loader>();
  useListening({
    read: heard,
    facts: ["recommendation-started", "recommendation-locked", "recommendation-unlocked"],
    moves: [],
  });
  return (
    <div className="stack-8">
      <PageTitle title={t("list.title")} actions={<Actions />}>
        <p>{t("list.intro")}</p>
      </PageTitle>
      <DoneNotice />
      {recommendations.length === 0 ? (
        <EmptyState title={t("list.empty")}>{t("list.emptyText")}</EmptyState>
      ) : (
        <ul className="max-w-none stack-4" aria-label={t("list.title")}>
          {recommendations.map((recommendation) => (
            <RecommendationCard key={recommendation.id} recommendation={recommendation} />
          ))}
        </ul>
      )}
      {start && <StartForm start={start} />}
    </div>
  );
}

function Actions() {
  const t = useT("draft");
  const path = useLocalePath();
  const { recommendations, start } = useLoaderData<typeof loader>();
  const { id } = useAssembly();
  if (recommendations.length === 0) return null;
  return (
    <>
      {start && <ButtonLink to="#start">{t("list.start")}</ButtonLink>}
      <ButtonLink to={path(`/assembly/${id}/booklet`)}>{t("list.booklet")}</ButtonLink>
    </>
  );
}
