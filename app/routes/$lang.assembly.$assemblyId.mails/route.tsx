import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/app/components/form/done-notice";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { KeptCard } from "./kept-card";
import type { loader } from "./route.server";
import { TroubledList } from "./troubled-list";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Mails that do not arrive" : "Les courriels qui n'arrivent pas") },
];

/** Who has not received what was written to them, and what is to become of old mails. */
export default function MailsPage() {
  const t = useT("mails");
  const { timeZone } = useAssembly();
  const { troubled, kept, sends, mayInvite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle title={t("title")}>{t("lead")}</PageTitle>
      <div className="stack-8">
        <DoneNotice />
        {!sends && <Notice tone="info">{t("noServer")}</Notice>}
        {kept && <KeptCard kept={kept} timeZone={timeZone} />}
        <TroubledList people={troubled} mayInvite={mayInvite} timeZone={timeZone} />
        <p className="text-s text-soft max-w-measure">{t("later")}</p>
      </div>
    </>
  );
}
