import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { DoneNotice } from "~/app/components/form/done-notice";
import { RefusedNotice } from "~/app/components/form/refused-notice";
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
  const { devices, lacksAddress } = useLoaderData<typeof loader>();
  return (
    <MemberLayout title={frame("product")} home={path("/home")}>
      <PageTitle title={t("devices.title")}>{t("devices.lead")}</PageTitle>
      <DoneNotice />
      <RefusedNotice intents={["others"]} />
      <ul className="max-w-none divide-y divide-line">
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} />
        ))}
      </ul>
      {devices.length > 1 && (
        <div className="mt-8">
          <ConfirmButton
            label={t("devices.signOutOthers")}
            title={t("devices.othersTitle")}
            confirmLabel={t("devices.signOutOthers")}
            intent="others"
          >
            {t("devices.othersText", { count: devices.length - 1 })}
          </ConfirmButton>
        </div>
      )}
      {lacksAddress && (
        <p className="mt-8">
          {t("devices.noAddress")} <Link to={path("/address")}>{t("devices.giveAddress")}</Link>
        </p>
      )}
      <div className="stack-4 text-soft max-w-measure mt-8">
        <p>{t("devices.lasts")}</p>
        {devices.length > 1 && <p>{t("devices.lost")}</p>}
        <p>{t("devices.kept")}</p>
      </div>
    </MemberLayout>
  );
}

type Device = ReturnType<typeof useLoaderData<typeof loader>>["devices"][number];

/** When and where: what the browser calls itself, how and from which network it was signed in, when it was used last. */
function DeviceLine({ device }: { readonly device: Device }) {
  const t = useT("sign-in");
  const label = device.label || t("devices.unknown");
  const { from } = device;
  return (
    <li className="row justify-between gap-3 py-5">
      <div>
        <p className="row">
          <strong>{label}</strong> {device.here && <Tag>{t("devices.here")}</Tag>}
        </p>
        <p className="text-s text-soft">
          {t("devices.since")} <When at={device.createdAtMs} timeZone={ZONE} />, {t(`devices.means.${device.means}`)}
        </p>
        {from.kind !== "unknown" && (
          <p className="text-s text-soft">
            {from.kind === "network"
              ? t("devices.from.network", { network: from.network })
              : t(`devices.from.${from.kind}`)}
          </p>
        )}
        <p className="text-s text-soft">
          {t("devices.seen")} <When at={device.lastSeenAtMs} timeZone={ZONE} as="date" />
        </p>
      </div>
      <CommandForm intent="one" formId={device.id} className="" label={t("devices.signOutOne", { label })}>
        <SubmitButton tone="plain">{device.here ? t("devices.signOutHere") : t("devices.signOut")}</SubmitButton>
      </CommandForm>
    </li>
  );
}
