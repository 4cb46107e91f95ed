import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DeadLink } from "~/app/components/dead-link/dead-link";
import { RadioCards } from "~/app/components/field/radio-cards";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Set up" : "Mettre en service") },
];

export default function SetUp() {
  const t = useT("sign-in");
  const frame = useT("frame");
  const locale = useLocale();
  const path = useLocalePath();
  const { refusal } = useLoaderData<typeof loader>();
  if (refusal) {
    return (
      <DeadLink refusal={refusal}>
        <ButtonLink to={path("/sign-in")} tone="main" big>
          {t("ask.title")}
        </ButtonLink>
      </DeadLink>
    );
  }
  return (
    <PlainLayout>
      <PageTitle title={t("setUp.title")}>{t("setUp.lead")}</PageTitle>
      <CommandForm>
        <TextField
          name="organisationName"
          label={t("setUp.organisation")}
          hint={t("setUp.organisationHint")}
          autoComplete="organization"
          required
        />
        <TextField name="name" label={t("setUp.name")} autoComplete="name" required />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          label={t("setUp.email")}
          hint={t("setUp.emailHint")}
          autoComplete="email"
          required
        />
        <RadioCards
          name="locale"
          label={t("setUp.locale")}
          defaultValue={locale}
          inline
          options={(["fr", "en"] as const).map((value) => ({ value, label: frame(`language.${value}`) }))}
        />
        <SubmitButton big>{t("setUp.submit")}</SubmitButton>
      </CommandForm>
    </PlainLayout>
  );
}
