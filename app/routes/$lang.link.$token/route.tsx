import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DeadLink } from "~/app/components/dead-link/dead-link";
import { RadioCards } from "~/app/components/field/radio-cards";
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
  { title: pageTitle(params.lang === "en" ? "Sign in" : "Se connecter") },
];

export default function MailLink() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { people, refusal, signedInAs, handOn } = useLoaderData<typeof loader>();
  if (refusal) {
    return (
      <DeadLink refusal={refusal}>
        <ButtonLink to={path(`/sign-in${handOn}`)} tone="main" big>
          {t("link.newCode")}
        </ButtonLink>
      </DeadLink>
    );
  }
  const [first, ...others] = people;
  return (
    <PlainLayout>
      <PageTitle title={t("link.title")} />
      <CommandForm>
        {signedInAs && <Notice tone="warn">{t("link.already", { name: signedInAs })}</Notice>}
        {others.length === 0 ? (
          <p className="text-l">{t("link.asName", { name: first?.name ?? "" })}</p>
        ) : (
          <RadioCards
            name="personId"
            label={t("who.lead")}
            required
            options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        )}
        <SubmitButton big>{t("link.submit")}</SubmitButton>
      </CommandForm>
      <p className="text-soft mt-8">
        <Link to={path("/sign-in")}>{t("link.notMe")}</Link>
      </p>
    </PlainLayout>
  );
}
