import type { MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { Button } from "~/app/components/button/button";
import { ButtonLink } from "~/app/components/button/button-link";
import { keepWhenOffline } from "~/app/components/form/keep-when-offline";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDayTime } from "~/app/i18n/format-date";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { CheckSteps } from "./check-steps";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const clientAction = (sent: ClientActionFunctionArgs) => keepWhenOffline(sent);

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Try my device" : "Essayer mon appareil") },
];

export default function DeviceCheck() {
  const t = useT("learn");
  const hydrated = useHydrated();
  const path = useLocalePath();
  const locale = useLocale();
  const { id, timeZone } = useAssembly();
  const { last, seesAll } = useLoaderData<typeof loader>();
  // 0: not begun; another number is another run, which asks for the devices anew.
  const [run, setRun] = useState(0);
  const when = last && formatDayTime({ atMs: last.atMs, locale, timeZone });
  return (
    <div className="stack-8">
      <PageTitle
        title={t("check.title")}
        actions={seesAll && <ButtonLink to={path(`/assembly/${id}/device-checks`)}>{t("check.toAll")}</ButtonLink>}
      >
        {t("check.text")}
      </PageTitle>
      {last && when && run === 0 && (
        <Notice tone={last.readiness === "ready" ? "done" : "warn"} title={t(`check.result.${last.readiness}`)}>
          {t("check.last", { when })}
        </Notice>
      )}
      {!hydrated && (
        <noscript>
          <p>{t("check.needsScript")}</p>
        </noscript>
      )}
      {run === 0 ? (
        <p>
          <Button tone="main" big onClick={() => setRun(1)}>
            {t(last ? "check.restart" : "check.start")}
          </Button>
        </p>
      ) : (
        <CheckSteps key={run} onRestart={() => setRun(run + 1)} />
      )}
    </div>
  );
}
