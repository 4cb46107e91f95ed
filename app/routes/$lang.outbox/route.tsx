import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { When } from "~/app/components/time/when";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { MailBody } from "./mail-body";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Outbox" : "Boîte d’envoi") },
];

/** Where mails wait when nothing sends them: for trying things out on one machine. */
export default function Outbox() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { mails } = useLoaderData<typeof loader>();
  return (
    <PlainLayout wide>
      <PageTitle
        title={t("outbox.title")}
        actions={
          <ButtonLink to={path("/outbox")} reloadDocument>
            {t("outbox.reload")}
          </ButtonLink>
        }
      />
      <div className="stack-4">
        <Notice tone="info">{t("outbox.lead")}</Notice>
        {mails.length === 0 ? (
          <EmptyState title={t("outbox.emptyTitle")}>{t("outbox.emptyText")}</EmptyState>
        ) : (
          <p className="text-soft">{t("outbox.number", { count: mails.length })}</p>
        )}
        {mails.map((mail) => (
          <article key={mail.id} className="card stack-2" lang={mail.locale}>
            <h2>{mail.subject}</h2>
            <p className="text-s text-soft">
              {t("outbox.to")} {mail.to} · {t("outbox.written")} <When at={mail.createdAtMs} timeZone="Europe/Paris" />
            </p>
            <MailBody text={mail.body} />
          </article>
        ))}
      </div>
    </PlainLayout>
  );
}
