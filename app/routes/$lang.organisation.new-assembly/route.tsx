import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { AssemblyFields } from "~/app/components/assembly-form/assembly-fields";
import { Card } from "~/app/components/card/card";
import { DateTimeField } from "~/app/components/field/date-time-field";
import { SelectField } from "~/app/components/field/select-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { type TemplateName, templates } from "~/app/domain/assembly/template";
import { useLocale } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";
import { TemplateCards } from "./template-cards";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "A new assembly" : "Une nouvelle assemblée") },
];

export default function NewAssembly() {
  const t = useT("prepare");
  const locale = useLocale();
  const { organisations, timeZones, startsOn } = useLoaderData<typeof loader>();
  const [template, setTemplate] = useState<TemplateName>("online-assembly");
  const { seats, groupSize } = templates[template];
  const [only] = organisations;
  return (
    <PlainLayout wide>
      <PageTitle title={t("new.title")}>{t("new.text")}</PageTitle>
      <CommandForm
        className="stack-8"
        {...(only && organisations.length === 1 && { hidden: { organisationId: only.id } })}
      >
        <Card title={t("template.section")}>
          <TemplateCards chosen={template} onChoose={setTemplate} />
          <DateTimeField
            name="startsOn"
            label={t("template.startsOn")}
            hint={t("template.startsOnHint")}
            defaultAtMs={Date.parse(`${startsOn}T12:00:00Z`)}
            timeZone="UTC"
            dateOnly
            required
          />
          {organisations.length > 1 && (
            <SelectField
              name="organisationId"
              label={t("template.organisation")}
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              required
            />
          )}
        </Card>
        <AssemblyFields
          values={{ languages: [locale], timeZone: "Europe/Paris", seats, groupSize }}
          timeZones={timeZones}
        />
        <SubmitButton big>{t("new.submit")}</SubmitButton>
      </CommandForm>
    </PlainLayout>
  );
}
