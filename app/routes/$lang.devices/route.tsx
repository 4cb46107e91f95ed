import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { CommandForm } from "~/app/components/form/command-form";
import { DoneNotice } from "~/app/components/form/done-notice";
import { SubmitButton } from "~/app/components/form/submit-button";
import { MemberLayout } from "~/app/components/layout/member-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "My devices" : "Mes appareils") },
];

const ZONE = "Europe/Paris";

export default function Devices() {
  const t = useT("sign-in");
  const frame = useT("frame");
  const path = useLocalePath();
  const { devices } = useLoaderData<typeof loader>();
  return (
    <MemberLayout title={frame("product")} home={path("/home")}>
      <PageTitle title={t("devices.title")}>{t("devices.lead")}</PageTitle>
      <DoneNotice />
      <ul className="plain divide-y divide-line">
        {devices.map((device) => {
          const label = device.label || t("devices.unknown");
          return (
            <li key={device.id} className="row between gap-3 py-5">
              <div>
                <p className="row">
                  <strong>{label}</strong> {device.here && <Tag>{t("devices.here")}</Tag>}
                </p>
                <p className="small soft">
                  {t("devices.since")} <When at={device.createdAtMs} timeZone={ZONE} as="date" />,{" "}
                  {t(`devices.means.${device.means}`)}
                </p>
                <p className="small soft">
                  {t("devices.seen")} <When at={device.lastSeenAtMs} timeZone={ZONE} as="date" />
                </p>
              </div>
              <CommandForm formId={device.id} className="" label={t("devices.signOutOne", { label })}>
                <SubmitButton tone="plain">
                  {device.here ? t("devices.signOutHere") : t("devices.signOut")}
                </SubmitButton>
              </CommandForm>
            </li>
          );
        })}
      </ul>
      <p className="soft mt-8">{t("devices.lost")}</p>
    </MemberLayout>
  );
}
