import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { RecommendationResult } from "~/app/components/recommendation/recommendation-result";
import { RecommendationText } from "~/app/components/recommendation/recommendation-text";
import { RichText } from "~/app/components/rich-text/rich-text";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useSite } from "~/app/hooks/use-site";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? "") }];

export default function SiteRecommendation() {
  const t = useT("site");
  const path = useLocalePath();
  const { slug, timeZone } = useSite();
  const { number, count, title, language, content, result } = useLoaderData<typeof loader>();
  return (
    <article className="stack-8">
      <header className="stack-4">
        <p className="text-soft">{t("recommendation.above", { number, count })}</p>
        <h1 className="text-title-l" lang={language}>
          {title}
        </h1>
        <div className="text-l">
          <RichText node={content.action} lang={language} />
        </div>
      </header>
      {result ? (
        <RecommendationResult {...result} timeZone={timeZone} />
      ) : (
        <p className="text-soft">{t("recommendation.noResult")}</p>
      )}
      <Answers />
      <RecommendationText content={content} language={language} level={2} withoutAction />
      <p className="print:hidden">
        <Link to={path(`/site/${slug}/booklet`)}>{t("recommendation.all")}</Link>
      </p>
    </article>
  );
}

function Answers() {
  const t = useT("site");
  const { timeZone, authorityName } = useSite();
  const { answers } = useLoaderData<typeof loader>();
  return (
    <section className="stack-4" aria-labelledby="becomes">
      <h2 id="becomes">{t("recommendation.becomes")}</h2>
      {answers.length === 0 && <p className="text-soft">{t("recommendation.noAnswer")}</p>}
      <ol className="max-w-none stack-4">
        {answers.map(({ state, text, answeredOnMs }) => (
          <li key={`${answeredOnMs}-${state}`} className="card stack-2">
            <p className="row">
              <Tag tone="wash">{t(`response.${state}`)}</Tag>
              <span className="text-soft">
                {authorityName} · <When at={answeredOnMs} timeZone={timeZone} as="date" />
              </span>
            </p>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
