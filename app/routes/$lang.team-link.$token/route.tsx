import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DeadLink } from "~/app/components/dead-link/dead-link";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { When } from "~/app/components/time/when";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";
import { WhoAccepts } from "./who-accepts";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Join the team" : "Rejoindre l’équipe") },
];

export default function TeamLink() {
  const t = useT("team");
  const roles = useT("roles");
  const signIn = useT("sign-in");
  const path = useLocalePath();
  const { offer, signedInAs, refusal } = useLoaderData<typeof loader>();
  if (refusal) {
    return (
      <DeadLink refusal={refusal} title={t("accept.deadTitle")}>
        <ButtonLink to={path("/sign-in")} tone="main" big>
          {signIn("ask.title")}
        </ButtonLink>
      </DeadLink>
    );
  }
  return (
    <PlainLayout>
      <PageTitle title={t("accept.title")}>
        <p>{t("accept.invited")}</p>
      </PageTitle>
      <section className="card stack-2" aria-label={offer.title}>
        <p className="text-l">
          <strong>{offer.title}</strong>
        </p>
        <p>
          <strong>{t("accept.role", { role: roles(offer.role) })}</strong>
        </p>
        {offer.role !== "member" && <p>{t(`roleHints.${offer.role}`)}</p>}
        <p className="text-s text-soft">
          {t("accept.until")} <When at={offer.expiresAtMs} timeZone={offer.timeZone} as="date" />
        </p>
      </section>
      <CommandForm className="stack-4 mt-6">
        {signedInAs === null ? (
          <WhoAccepts known={offer.known} name={offer.forName} email={offer.forEmail} />
        ) : (
          <p>{t("accept.asYou", { name: signedInAs })}</p>
        )}
        <SubmitButton big>{t("accept.submit")}</SubmitButton>
      </CommandForm>
      {signedInAs === null && (
        <p className="text-soft mt-8">
          <Link to={path(`/sign-in${offer.signIn}`)}>{t("accept.signInFirst")}</Link>
        </p>
      )}
    </PlainLayout>
  );
}
