import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PrintButton } from "~/app/components/button/print-button";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { RecommendationText } from "~/app/components/recommendation/recommendation-text";
import { Tag } from "~/app/components/tag/tag";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { pageTitle } from "~/app/i18n/page-title";
import { translator } from "~/app/i18n/translate";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(translator(params.lang === "en" ? "en" : "fr")("draft")("booklet.title")) },
];

type Entry = ReturnType<typeof useLoaderData<typeof loader>>["entries"][number];

/** Every recommendation on one page, made to be printed: a table of contents, then each on a page of its own. */
export default function BookletPage() {
  const t = useT("draft");
  const { title, question } = useAssembly();
  const { entries } = useLoaderData<typeof loader>();
  return (
    <div className="booklet stack-8">
      <PageTitle title={t("booklet.title")} above={title} actions={<PrintButton>{t("booklet.print")}</PrintButton>}>
        <p className="text-l">{question}</p>
      </PageTitle>
      {entries.length === 0 ? (
        <EmptyState title={t("booklet.empty")}>{t("booklet.emptyText")}</EmptyState>
      ) : (
        <Contents entries={entries} />
      )}
      {entries.map((entry) => (
        <Recommendation key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

function Contents({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useT("draft");
  const hasDrafts = entries.some(({ state }) => state === "draft");
  return (
    <nav className="stack-4" aria-labelledby="contents">
      <h2 id="contents">{t("booklet.contents")}</h2>
      <ol className="max-w-none stack-2">
        {entries.map(({ id, number, title, language, state }) => (
          <li key={id}>
            <a href={`#recommendation-${number}`}>
              {number}. <span lang={language}>{title || t("list.untitled")}</span>
            </a>
            {state === "draft" && <span className="text-soft"> · {t("state.draft")}</span>}
          </li>
        ))}
      </ol>
      {hasDrafts && <p className="text-soft text-s">{t("booklet.draftNote")}</p>}
    </nav>
  );
}

function Recommendation({ entry }: { readonly entry: Entry }) {
  const t = useT("draft");
  const locale = useLocale();
  const { number, title, language, state, authors, content } = entry;
  return (
    <article
      id={`recommendation-${number}`}
      className="booklet-entry stack-4 scroll-mt-20 border-t border-line pt-6"
      aria-labelledby={`title-${number}`}
    >
      <h2 id={`title-${number}`}>
        {number}. <span lang={language}>{title || t("list.untitled")}</span>
      </h2>
      <p className="row text-s">
        <Tag tone={state === "locked" ? "ok" : "plain"}>{t(`booklet.${state}`)}</Tag>
        {authors.length > 0 && (
          <span className="text-soft">{t("list.authors", { names: formatList(authors, locale) })}</span>
        )}
      </p>
      <RecommendationText content={content} language={language} />
    </article>
  );
}
