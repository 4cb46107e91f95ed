import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { MemberTable } from "./member-table";
import { PrintForm } from "./print-form";
import type { loader } from "./route.server";
import { SearchForm } from "./search-form";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "The members" : "Les membres") },
];

export const handle = { frame: "wide" };

export default function Members() {
  const t = useT("member");
  const path = useLocalePath();
  const { id } = useAssembly();
  const { members, mayPrint, mayHandOver, search } = useLoaderData<typeof loader>();
  const base = `/assembly/${id}`;
  const nobody = members.length === 0;
  return (
    <>
      <PageTitle
        title={t("list.title")}
        actions={mayPrint && !nobody && <ButtonLink to={path(`${base}/members/cards`)}>{t("cards.all")}</ButtonLink>}
      >
        {t("list.lead")}
      </PageTitle>
      <div className="stack-4">
        {(!nobody || search !== "") && (
          <SearchForm search={search} count={members.length} here={path(`${base}/members`)} />
        )}
        {nobody && search === "" && (
          <EmptyState
            title={t("list.emptyTitle")}
            action={mayPrint && <ButtonLink to={path(`${base}/invitations`)}>{t("list.emptyAction")}</ButtonLink>}
          >
            {t("list.empty")}
          </EmptyState>
        )}
        {nobody && search !== "" && <EmptyState title={t("list.nobodyTitle")}>{t("list.nobody")}</EmptyState>}
        {!nobody && mayPrint && <PrintForm members={members} />}
        {!nobody && <MemberTable members={members} mayPrint={mayPrint} mayHandOver={mayHandOver} />}
      </div>
    </>
  );
}
