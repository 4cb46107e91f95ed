import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { LocalisedField } from "~/app/components/field/localised-field";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { DoneNotice } from "~/app/components/form/done-notice";
import { afterClash, FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { locales } from "~/app/domain/kernel/locale";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";
import { useSavedTexts } from "./saved-texts";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Organisation" : "Organisation") },
];

export const shouldRevalidate = afterClash;

export default function OrganisationSettings() {
  const t = useT("prepare");
  const path = useLocalePath();
  const { organisations } = useLoaderData<typeof loader>();
  const several = organisations.length > 1;
  const savedTexts = useSavedTexts();
  return (
    <PlainLayout wide>
      <PageTitle
        title={t("organisation.title")}
        actions={<ButtonLink to={path("/home")}>{t("organisation.back")}</ButtonLink>}
      >
        {t("organisation.text")}
      </PageTitle>
      <DoneNotice />
      <div className="stack-8">
        {organisations.map(({ id, name, legalNotice, privacy, mark }) => (
          <Card key={id} title={name}>
            <CommandForm hidden={{ organisationId: id }} {...(several && { intent: "edit", formId: id })}>
              <FilledFrom mark={mark} fields={savedTexts({ name, legalNotice, privacy })}>
                <TextField name="name" label={t("organisation.name")} defaultValue={name} maxLength={200} required />
                <LocalisedField
                  name="legalNotice"
                  label={t("organisation.legalNotice")}
                  hint={t("organisation.legalNoticeHint")}
                  languages={locales}
                  defaultValue={legalNotice}
                  rows={6}
                  optional
                  maxLength={50_000}
                />
                <LocalisedField
                  name="privacy"
                  label={t("organisation.privacy")}
                  hint={t("organisation.privacyHint")}
                  languages={locales}
                  defaultValue={privacy}
                  rows={10}
                  optional
                  maxLength={50_000}
                />
              </FilledFrom>
              <SubmitButton>{t("settings.submit")}</SubmitButton>
            </CommandForm>
          </Card>
        ))}
      </div>
    </PlainLayout>
  );
}
