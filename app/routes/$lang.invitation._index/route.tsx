import type { MetaFunction } from "@remix-run/node";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";

export { action } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Answer an invitation" : "Répondre à une invitation") },
];

/** Where a letter's code is typed. */
export default function InvitationCodePage() {
  const t = useT("invite");
  return (
    <PlainLayout>
      <PageTitle title={t("answer.codeTitle")}>{t("answer.codeLead")}</PageTitle>
      <CommandForm>
        <TextField name="code" label={t("answer.codeLabel")} hint={t("answer.codeHint")} autoComplete="off" required />
        <SubmitButton big>{t("answer.codeSubmit")}</SubmitButton>
      </CommandForm>
    </PlainLayout>
  );
}
