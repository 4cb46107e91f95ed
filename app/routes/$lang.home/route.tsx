import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { DoneNotice } from "~/app/components/form/done-notice";
import { MemberLayout } from "~/app/components/layout/member-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { Tag } from "~/app/components/tag/tag";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "My assemblies" : "Mes assemblées") },
];

type Mine = ReturnType<typeof useLoaderData<typeof loader>>;

/** Where sign-in leads: the assemblies one takes part in. */
export default function Home() {
  const t = useT("sign-in");
  const frame = useT("frame");
  const path = useLocalePath();
  const { name, assemblies, organisations } = useLoaderData<typeof loader>();
  return (
    <MemberLayout title={frame("product")} home={path("/home")}>
      <PageTitle title={t("home.title", { name })} />
      <div className="stack-8">
        <DoneNotice />
        {assemblies.length > 0 && (
          <section className="stack-4" aria-labelledby="assemblies">
            <h2 id="assemblies">{t("home.assemblies")}</h2>
            {assemblies.map((assembly) => (
              <AssemblyCard key={assembly.id} assembly={assembly} />
            ))}
          </section>
        )}
        {assemblies.length === 0 && (
          <EmptyState title={t("home.emptyTitle")}>
            {organisations.length > 0 ? t("home.emptyOrganiser") : t("home.emptyMember")}
          </EmptyState>
        )}
        {organisations.length > 0 && (
          <section className="stack-4" aria-labelledby="organisation">
            <h2 id="organisation">{organisations.map((one) => one.name).join(", ")}</h2>
            <div className="row">
              <ButtonLink
                to={path("/organisation/new-assembly")}
                tone={assemblies.length === 0 ? "main" : "plain"}
                big={assemblies.length === 0}
              >
                {t("home.newAssembly")}
              </ButtonLink>
              <ButtonLink to={path("/organisation/settings")} tone="quiet">
                {t("home.settings")}
              </ButtonLink>
            </div>
          </section>
        )}
      </div>
    </MemberLayout>
  );
}

function AssemblyCard({ assembly }: { readonly assembly: Mine["assemblies"][number] }) {
  const t = useT("sign-in");
  const roles = useT("roles");
  const path = useLocalePath();
  return (
    <article className="card stack-2">
      <h3>{assembly.title}</h3>
      <p className="text-soft">{assembly.question}</p>
      <div className="row justify-between gap-3">
        <p className="row">
          <span className="sr-only">{t("home.roles")}</span>
          {assembly.roles.map((role) => (
            <Tag key={role}>{roles(role)}</Tag>
          ))}
        </p>
        <ButtonLink to={path(`/assembly/${assembly.id}`)} tone="main">
          {t("home.open")} <span className="sr-only">: {assembly.title}</span>
        </ButtonLink>
      </div>
    </article>
  );
}
