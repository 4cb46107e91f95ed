import { useFetcher, type useLoaderData } from "@remix-run/react";
import { Undo2 } from "lucide-react";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { RichText } from "~/app/components/rich-text/rich-text";
import { Tag } from "~/app/components/tag/tag";
import { plainText } from "~/app/domain/drafting/rich-text";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatTime } from "~/app/i18n/format-date";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

type Item = ReturnType<typeof useLoaderData<typeof loader>>["items"][number];
type Table = Item["tables"][number];

/** With more tables than this, a line of links leads to each. */
const FEW = 4;

const isEmpty = ({ text, ideas, takenOut }: Table): boolean =>
  plainText(text) === "" && ideas.length === 0 && takenOut.length === 0;

/** One item: one's own tables first, the others by number, and in one sentence those that noted nothing. */
export function ItemNotes({ item: { itemId, title, tables } }: { readonly item: Item }) {
  const t = useT("group");
  const locale = useLocale();
  const key = itemId ?? "outside";
  const written = [...tables.filter(({ own }) => own), ...tables.filter(({ own }) => !own)].filter(
    (table) => !isEmpty(table),
  );
  const silent = tables.filter(isEmpty).map(({ number }) => String(number));
  return (
    <section className="stack-4" aria-labelledby={`item-${key}`}>
      <h2 id={`item-${key}`}>{title ? inLocale(title, locale) : t("tables.outside")}</h2>
      {written.length > FEW && (
        <nav className="row print:hidden" aria-label={t("tables.goTo")}>
          <span className="text-soft">{t("tables.goTo")}</span>
          {written.map(({ documentId, number }) => (
            <a
              key={documentId}
              className="inline-grid size-target place-content-center rounded-s border border-line tabular-nums"
              href={`#${documentId}`}
            >
              <span className="sr-only">{t("tables.table", { number })}</span>
              <span aria-hidden="true">{number}</span>
            </a>
          ))}
        </nav>
      )}
      {written.length > 0 && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,26rem),1fr))] items-start gap-8">
          {written.map((table) => (
            <TableText key={table.documentId} table={table} />
          ))}
        </div>
      )}
      {silent.length > 0 && (
        <p className="text-soft">{t("tables.silent", { count: silent.length, numbers: formatList(silent, locale) })}</p>
      )}
    </section>
  );
}

function TableText({ table }: { readonly table: Table }) {
  const t = useT("group");
  const { documentId, number, own, text, ideas, takenOut } = table;
  const isErased = plainText(text) === "" && takenOut.length > 0;
  return (
    <article
      id={documentId}
      className="stack-2 min-w-0 scroll-mt-8 break-inside-avoid border-t border-line pt-3 wrap-anywhere target:border-t-3 target:border-accent [&_h4]:text-m [&_h4]:font-semibold"
      aria-labelledby={`title-${documentId}`}
    >
      <h3 id={`title-${documentId}`} className="row">
        {t("tables.table", { number })} {own && <Tag>{t("tables.own")}</Tag>}
      </h3>
      {isErased ? <p className="text-soft">{t("tables.erased")}</p> : <RichText node={text} />}
      {ideas.length > 0 && (
        <>
          <h4>{t("ideas.title", { count: ideas.length })}</h4>
          <ul className="max-w-none stack-2">
            {ideas.map(({ ideaId, text: words, language }) => (
              <li key={ideaId} className="idea" lang={language}>
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {takenOut.length > 0 && (
        <div className="text-s print:hidden">
          <Disclosure summary={t("takenOut.count", { count: takenOut.length })}>
            {[...takenOut].reverse().map((part) => (
              <TakenOut key={part.removalId} part={part} table={table} />
            ))}
          </Disclosure>
        </div>
      )}
    </article>
  );
}

function TakenOut({ part, table }: { readonly part: Table["takenOut"][number]; readonly table: Table }) {
  const t = useT("group");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const fetcher = useFetcher();
  const { removalId, name, atMs, lines } = part;
  const time = formatTime({ atMs, timeZone, locale });
  return (
    <div className="taken-out-part">
      <div className="grid min-w-0 gap-1">
        <p>{t("takenOut.line", { count: lines.length, name: name || t("takenOut.somebody"), time })}</p>
        <blockquote>{lines.join("\n")}</blockquote>
      </div>
      {table.writable && (
        <CommandForm fetcher={fetcher} hidden={{ documentId: table.documentId, removalId }} className="stack-2">
          <SubmitButton tone="plain">
            <Undo2 aria-hidden="true" /> {t("takenOut.putBack")}
          </SubmitButton>
        </CommandForm>
      )}
    </div>
  );
}
