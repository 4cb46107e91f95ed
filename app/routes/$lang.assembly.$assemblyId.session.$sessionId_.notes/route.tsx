import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { PrintButton } from "~/app/components/button/print-button";
import { Card } from "~/app/components/card/card";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { RichText } from "~/app/components/rich-text/rich-text";
import { plainText } from "~/app/domain/drafting/rich-text";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { translator } from "~/app/i18n/translate";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(translator(params.lang === "en" ? "en" : "fr")("group")("tables.title")) },
];

type Item = ReturnType<typeof useLoaderData<typeof loader>>["items"][number];

/** What the tables of a session wrote, by item: to be read again, and printed. */
export default function TableNotesPage() {
  const t = useT("group");
  const live = useT("live");
  const draft = useT("draft");
  const locale = useLocale();
  const path = useLocalePath();
  const { id } = useAssembly();
  const { sessionId, title, items } = useLoaderData<typeof loader>();
  return (
    <div className="stack-l">
      <PageTitle
        title={t("tables.title")}
        above={inLocale(title, locale)}
        actions={
          <>
            <ButtonLink to={path(`/assembly/${id}/hall/${sessionId}`)}>{live("toHall")}</ButtonLink>
            {items.length > 0 && <PrintButton>{draft("booklet.print")}</PrintButton>}
          </>
        }
      />
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

function ItemNotes({ item: { itemId, title, tables } }: { readonly item: Item }) {
  const t = useT("group");
  const locale = useLocale();
  const titleId = `item-${itemId ?? "outside"}`;
  return (
    <section className="stack" aria-labelledby={titleId}>
      <h2 id={titleId}>{title ? inLocale(title, locale) : t("tables.outside")}</h2>
      {tables.map(({ documentId, number, text }) => (
        <Card key={documentId} title={t("name", { number })} level={3}>
          {plainText(text) === "" ? <p className="soft">{t("tables.nothing")}</p> : <RichText node={text} />}
        </Card>
      ))}
    </section>
  );
}
