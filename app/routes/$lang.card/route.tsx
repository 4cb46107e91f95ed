import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { TextField } from "~/app/components/field/text-field";
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

export default function CardCode() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { signedInAs, handOn } = useLoaderData<typeof loader>();
  return (
    <PlainLayout>
      <PageTitle title={t("card.title")}>{t("card.lead")}</PageTitle>
      <CommandForm>
        {signedInAs && <Notice tone="warn">{t("link.already", { name: signedInAs })}</Notice>}
        <TextField name="code" label={t("card.label")} hint={t("card.hint")} autoComplete="off" required />
        <SubmitButton big>{t("card.submit")}</SubmitButton>
      </CommandForm>
      <p className="text-soft mt-8">{t("card.shared")}</p>
      <p className="text-soft">
        <Link to={path(`/sign-in${handOn}`)}>{t("card.mail")}</Link>
      </p>
    </PlainLayout>
  );
}
