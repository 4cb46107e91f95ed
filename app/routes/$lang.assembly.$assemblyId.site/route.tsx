import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { afterClash } from "~/app/components/form/filled-from";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { RecordAnswer } from "./record-answer";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const shouldRevalidate = afterClash;

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Public site" : "Site public") },
];

export default function SiteDeskPage() {
  const t = useT("site");
  const path = useLocalePath();
  const { slug } = useAssembly();
  const { open, mayRecord, recommendations } = useLoaderData<typeof loader>();
  return (
    <div className="stack-8">
      <PageTitle title={t("desk.title")} />
      <Card>
        <p>
          <strong>{t(open ? "desk.isOpen" : "desk.isClosed")}</strong>
        </p>
        <p className="text-soft">{t("desk.what")}</p>
        <div className="row">
          {open && (
            <ButtonLink to={path(`/site/${slug}`)} tone="main">
              {t("desk.see")}
            </ButtonLink>
          )}
          <OpenOrClose open={open} />
        </div>
      </Card>
      <section className="stack-4" aria-labelledby="answers">
        <h2 id="answers">{t("desk.answers")}</h2>
        {!mayRecord && <Notice tone="info" title={t("desk.answersLater")} />}
        {mayRecord && recommendations.length === 0 && <p className="text-soft">{t("desk.noRecommendation")}</p>}
        {mayRecord &&
          recommendations.map((recommendation) => (
            <RecordAnswer key={recommendation.id} recommendation={recommendation} />
          ))}
      </section>
    </div>
  );
}

function OpenOrClose({ open }: { readonly open: boolean }) {
  const t = useT("site");
  const intent = open ? "close" : "open";
  return (
    <ConfirmButton
      intent={intent}
      label={t(`desk.${intent}`)}
      title={t(`desk.${intent}Title`)}
      confirmLabel={t(`desk.${intent}`)}
      tone={open ? "plain" : "main"}
    >
      <p>{t(`desk.${intent}Text`)}</p>
    </ConfirmButton>
  );
}
