import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { AssemblyFields } from "~/app/components/assembly-form/assembly-fields";
import { ButtonLink } from "~/app/components/button/button-link";
import { asReply } from "~/app/components/form/answer";
import { CommandForm } from "~/app/components/form/command-form";
import { DoneNotice } from "~/app/components/form/done-notice";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { OtherVersion } from "./other-version";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Settings" : "Réglages") },
];

/** After a clash the page needs the other's version, to show it and to save over it knowingly. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function Settings() {
  const t = useT("prepare");
  const path = useLocalePath();
  const { settings, version, timeZones } = useLoaderData<typeof loader>();
  const reply = asReply(useActionData());
  const clash = reply?.refusals.some(({ code }) => code === "changed-meanwhile") ?? false;
  return (
    <>
      <PageTitle
        title={t("settings.title")}
        actions={<ButtonLink to={path("/organisation/settings")}>{t("settings.organisation")}</ButtonLink>}
      >
        {t("settings.text")}
      </PageTitle>
      <DoneNotice />
      {clash && <OtherVersion settings={settings} typed={reply?.values ?? {}} />}
      <CommandForm className="stack-l" hidden={{ version }}>
        <AssemblyFields values={settings} timeZones={timeZones} />
        <SubmitButton big>{t("settings.submit")}</SubmitButton>
      </CommandForm>
    </>
  );
}
