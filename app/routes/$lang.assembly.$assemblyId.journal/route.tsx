import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import type { JournalSearch } from "~/app/domain/assembly/journal-search";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { Entries } from "./entries";
import { Filter } from "./filter";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [{ title: pageTitle(params.lang === "en" ? "Journal" : "Journal") }];

export default function JournalRoute() {
  const t = useT("journal");
  const path = useLocalePath();
  const { id } = useAssembly();
  const { entries, page, hasMore, actions, actors, asked } = useLoaderData<typeof loader>();
  const base = path(`/assembly/${id}/journal`);
  const file = (format: string) => `${base}/export?${addressOf({ ...asked, page: 1 }, { format })}`;
  const at = (number: number) => `?${addressOf({ ...asked, page: number })}`;
  return (
    <>
      <PageTitle
        title={t("title")}
        actions={
          <>
            <ButtonLink to={file("csv")} reloadDocument download icon={<Download aria-hidden="true" />}>
              CSV
            </ButtonLink>
            <ButtonLink to={file("json")} reloadDocument download icon={<Download aria-hidden="true" />}>
              JSON
            </ButtonLink>
          </>
        }
      >
        {t("text")}
      </PageTitle>
      <div className="stack-8">
        <Filter asked={asked} actions={actions} actors={actors} base={base} />
        {entries.length === 0 ? (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        ) : (
          <Card>
            <Entries entries={entries} />
          </Card>
        )}
        {(page > 1 || hasMore) && (
          <nav className="row justify-between" aria-label={t("pages")}>
            {page > 1 ? <ButtonLink to={at(page - 1)}>{t("newer")}</ButtonLink> : <span />}
            <span className="text-soft tabular-nums">{t("page", { page })}</span>
            {hasMore ? <ButtonLink to={at(page + 1)}>{t("older")}</ButtonLink> : <span />}
          </nav>
        )}
      </div>
    </>
  );
}

function addressOf(asked: JournalSearch, more: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries({ ...asked, ...more }).filter(
    ([key, value]) => value && !(key === "page" && value === 1),
  );
  return new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
}
