import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DeadLink } from "~/app/components/dead-link/dead-link";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Sign-in card" : "Carte de connexion") },
];

export default function CardLink() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { name, signedInAs, refusal } = useLoaderData<typeof loader>();
  if (refusal) {
    return (
      <DeadLink refusal={refusal}>
        <ButtonLink to={path("/card")} tone="main" big>
          {t("ask.card")}
        </ButtonLink>
      </DeadLink>
    );
  }
  return (
    <PlainLayout>
      <PageTitle title={t("card.foundTitle", { name: name ?? "" })}>{t("card.shared")}</PageTitle>
      <CommandForm>
        {signedInAs && <Notice tone="warn">{t("link.already", { name: signedInAs })}</Notice>}
        <SubmitButton big>{t("link.submit")}</SubmitButton>
      </CommandForm>
      <p className="text-soft mt-8">
        <Link to={path("/card")}>{t("link.notMe")}</Link>
      </p>
    </PlainLayout>
  );
}
