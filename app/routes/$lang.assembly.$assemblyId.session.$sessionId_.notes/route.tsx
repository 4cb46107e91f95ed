import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { PrintButton } from "~/app/components/button/print-button";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { translator } from "~/app/i18n/translate";
import { useT } from "~/app/i18n/use-t";
import { ItemNotes } from "./item-notes";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(translator(params.lang === "en" ? "en" : "fr")("group")("tables.title")) },
];

/** What the tables of a session wrote, by item: to be read again, and printed. One's own tables come first. */
export default function TableNotesPage() {
  const t = useT("group");
  const live = useT("live");
  const draft = useT("draft");
  const locale = useLocale();
  const path = useLocalePath();
  const may = useMay();
  const { id } = useAssembly();
  const { sessionId, title, state, readers, items } = useLoaderData<typeof loader>();
  const seesAll = may("member.see") || (state === "closed" && readers === "members");
  return (
    <div className="stack-8">
      <PageTitle
        title={t("tables.title")}
        above={inLocale(title, locale)}
        actions={
          <>
            {state === "running" && (
              <ButtonLink to={path(`/assembly/${id}/hall/${sessionId}`)}>{live("toHall")}</ButtonLink>
            )}
            {items.length > 0 && <PrintButton>{draft("booklet.print")}</PrintButton>}
          </>
        }
      >
        {items.length > 0 && (
          <p className="text-soft">
            {t(seesAll ? "tables.all" : "tables.yours")} {t(`tables.readers.${readers}`)}
          </p>
        )}
      </PageTitle>
      {items.length === 0 ? (
        <EmptyState title={t("tables.empty")}>
          <p>{t("tables.emptyText")}</p>
        </EmptyState>
      ) : (
        items.map((item) => <ItemNotes key={item.itemId ?? "outside"} item={item} />)
      )}
    </div>
  );
}
