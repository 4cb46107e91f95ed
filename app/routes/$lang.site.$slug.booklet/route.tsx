import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { RecommendationText } from "~/app/components/recommendation/recommendation-text";
import { Tag } from "~/app/components/tag/tag";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useSite } from "~/app/hooks/use-site";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "The recommendations" : "Les recommandations") },
];

export default function SiteBooklet() {
  const t = useT("site");
  const { recommendations } = useLoaderData<typeof loader>();
  return (
    <div className="stack-8">
      <PageTitle title={t("booklet.title")} />
      {recommendations.length === 0 && <EmptyState title={t("booklet.none")} />}
      {recommendations.map((recommendation) => (
        <Recommendation key={recommendation.id} recommendation={recommendation} />
      ))}
    </div>
  );
}

type One = ReturnType<typeof useLoaderData<typeof loader>>["recommendations"][number];

function Recommendation({ recommendation }: { readonly recommendation: One }) {
  const t = useT("site");
  const vote = useT("vote");
  const path = useLocalePath();
  const { slug } = useSite();
  const { number, title, language, content, result, answers } = recommendation;
  const answer = answers.at(-1);
  return (
    <article id={`recommendation-${number}`} className="stack-4">
      <h2 lang={language}>
        {number}. {title}
      </h2>
      <p className="row">
        {result && (
          <Tag tone={result.tally.outcome === "adopted" ? "ok" : "plain"}>
            {vote(`result.${result.tally.outcome}`, {
              for: result.tally.for,
              expressed: result.tally.for + result.tally.against,
            })}
          </Tag>
        )}
        {answer && <Tag tone="plain">{t(`response.${answer.state}`)}</Tag>}
      </p>
      <RecommendationText content={content} language={language} />
      <p className="print:hidden">
        <Link to={path(`/site/${slug}/recommendation/${number}`)}>{t("booklet.seeDetail")}</Link>
      </p>
    </article>
  );
}
