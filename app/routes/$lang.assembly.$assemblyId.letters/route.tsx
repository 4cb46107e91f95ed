import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { PrintButton } from "~/app/components/button/print-button";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { DoneNotice } from "~/app/components/form/done-notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { MarkForm } from "./mark-form";
import { PrintedLetter } from "./printed-letter";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [{ title: pageTitle(params.lang === "en" ? "Letters" : "Lettres") }];

/** Letters ready for the printer, one a page; the rest of the page stays on the screen. */
export default function LettersPage() {
  const t = useT("invite");
  const path = useLocalePath();
  const { id } = useAssembly();
  const page = useLoaderData<typeof loader>();
  const { letters, only, nowMs } = page;
  const back = <ButtonLink to={path(`/assembly/${id}/invitations`)}>{t("letters.back")}</ButtonLink>;
  return (
    <>
      <div className="print:hidden stack-8">
        <PageTitle
          title={letters.length === 0 ? t("letters.none") : t("letters.title", { count: letters.length })}
          actions={back}
        >
          {letters.length > 0 && t("letters.lead")}
        </PageTitle>
        <DoneNotice />
        <p className="row">
          <Link to="?to=no-mail" aria-current={only === "no-mail" ? "true" : undefined}>
            {t("letters.noMail")}
          </Link>
          <Link to="?to=all" aria-current={only === "all" ? "true" : undefined}>
            {t("letters.all")}
          </Link>
        </p>
        {letters.length === 0 && <EmptyState title={t("letters.noneText")} />}
        {letters.length > 0 && (
          <>
            <MarkForm ids={letters.map((letter) => letter.id)} deadlineMs={letters[0]?.deadlineMs} nowMs={nowMs} />
            <div>
              <PrintButton tone="main">{t("letters.print")}</PrintButton>
            </div>
          </>
        )}
      </div>
      <div className="mt-6 grid gap-6 print:mt-0 print:block">
        {letters.map((letter) => (
          <PrintedLetter key={letter.id} letter={letter} page={page} />
        ))}
      </div>
    </>
  );
}
