import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { PrintButton } from "~/app/components/button/print-button";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { PrintedCard } from "./printed-card";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Sign-in cards" : "Cartes de connexion") },
];

/** Cards ready for the printer: the rest of the page stays on the screen. */
export default function MemberCards() {
  const t = useT("member");
  const path = useLocalePath();
  const { id } = useAssembly();
  const { cards, title, contact, address } = useLoaderData<typeof loader>();
  const back = <ButtonLink to={path(`/assembly/${id}/members`)}>{t("cards.back")}</ButtonLink>;
  if (cards.length === 0) {
    return (
      <PageTitle title={t("cards.emptyTitle")} actions={back}>
        {t("cards.empty")}
      </PageTitle>
    );
  }
  return (
    <>
      <div className="print:hidden">
        <PageTitle
          title={t("cards.title", { count: cards.length })}
          actions={
            <>
              {back}
              <PrintButton tone="main">{t("cards.print")}</PrintButton>
            </>
          }
        >
          {t("cards.lead")}
        </PageTitle>
      </div>
      <ul className="max-w-none grid gap-4 md:grid-cols-2 print:grid-cols-2">
        {cards.map((card) => (
          <PrintedCard key={card.id} card={card} title={title} contact={contact} address={address} />
        ))}
      </ul>
    </>
  );
}
