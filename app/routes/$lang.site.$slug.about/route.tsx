import type { MetaFunction } from "@remix-run/node";
import { PageTitle } from "~/app/components/page-title/page-title";
import { telAddress } from "~/app/domain/people/tel-address";
import { useSite } from "~/app/hooks/use-site";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Legal notice" : "Mentions légales") },
];

export default function SiteAbout() {
  const t = useT("site");
  const { legalNotice, privacy, contact } = useSite();
  return (
    <div className="stack-8">
      <PageTitle title={t("about.title")} />
      <section className="stack-2">
        <h2>{t("about.legal")}</h2>
        <p className="max-w-measure whitespace-pre-line">{legalNotice || t("about.none")}</p>
      </section>
      <section className="stack-2">
        <h2>{t("about.privacy")}</h2>
        <p className="max-w-measure whitespace-pre-line">{privacy || t("about.none")}</p>
      </section>
      <section className="stack-2">
        <h2>{t("about.contact")}</h2>
        <p>
          {contact.name}
          <br />
          <a href={telAddress(contact.phone)}>{contact.phone}</a>
          <br />
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      </section>
    </div>
  );
}
