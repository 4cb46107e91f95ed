import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AssemblyFields } from "~/app/components/assembly-form/assembly-fields";
import { ButtonLink } from "~/app/components/button/button-link";
import { CommandForm } from "~/app/components/form/command-form";
import { DoneNotice } from "~/app/components/form/done-notice";
import { afterClash, FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";
import { useSavedSettings } from "./saved-settings";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Settings" : "Réglages") },
];

export const shouldRevalidate = afterClash;

export default function Settings() {
  const t = useT("prepare");
  const path = useLocalePath();
  const { settings, mark, timeZones } = useLoaderData<typeof loader>();
  const saved = useSavedSettings(settings);
  return (
    <>
      <PageTitle
        title={t("settings.title")}
        actions={<ButtonLink to={path("/organisation/settings")}>{t("settings.organisation")}</ButtonLink>}
      >
        {t("settings.text")}
      </PageTitle>
      <DoneNotice />
      <CommandForm className="stack-8">
        <FilledFrom mark={mark} fields={saved}>
          <AssemblyFields values={settings} timeZones={timeZones} />
        </FilledFrom>
        <SubmitButton big>{t("settings.submit")}</SubmitButton>
      </CommandForm>
    </>
  );
}
