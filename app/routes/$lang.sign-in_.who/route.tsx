import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { RadioCards } from "~/app/components/field/radio-cards";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Who are you?" : "Qui êtes-vous ?") },
];

export default function ChooseWho() {
  const t = useT("sign-in");
  const { people } = useLoaderData<typeof loader>();
  return (
    <PlainLayout>
      <PageTitle title={t("who.title")}>{t("who.lead")}</PageTitle>
      <CommandForm>
        <RadioCards
          name="personId"
          label={t("who.label")}
          required
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <SubmitButton big>{t("who.submit")}</SubmitButton>
      </CommandForm>
    </PlainLayout>
  );
}
