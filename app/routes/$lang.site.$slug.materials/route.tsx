import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { Reading } from "~/app/components/reading/reading";
import { Tag } from "~/app/components/tag/tag";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "What the members learnt" : "Ce que les membres ont appris") },
];

export default function SiteMaterials() {
  const t = useT("site");
  const frame = useT("frame");
  const { materials } = useLoaderData<typeof loader>();
  return (
    <div className="stack-8">
      <PageTitle title={t("materials.title")} />
      {materials.length === 0 && <EmptyState title={t("materials.none")} />}
      {materials.map(({ id, kind, title, body, url, minutes }) => (
        <article key={id} className="card stack-4">
          <h2>{title}</h2>
          <p className="row text-soft">
            <Tag tone="plain">{t(`materials.kind.${kind}`)}</Tag> {frame("minutes", { count: minutes })}
          </p>
          {body !== "" && <Reading text={body} />}
          {url && (
            <p>
              <a href={url} rel="noreferrer">
                {t("materials.open", { host: new URL(url).host })}
              </a>
            </p>
          )}
        </article>
      ))}
    </div>
  );
}
