import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DoneNotice } from "~/app/components/form/done-notice";
import { Hemicycle } from "~/app/components/hemicycle/hemicycle";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = () => [{ title: pageTitle() }];

const seats = Array.from({ length: 48 }, () => "here" as const);

/** The front door of the installation. */
export default function Welcome() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { name, waitsForSetUp } = useLoaderData<typeof loader>();
  return (
    <PlainLayout>
      <div className="stack-8">
        <DoneNotice />
        <Hemicycle seats={seats} label={t("welcome.hemicycle")} />
        {waitsForSetUp ? (
          <div className="stack-4">
            <h1>{t("welcome.newTitle")}</h1>
            <p className="text-l">{t("welcome.newText")}</p>
          </div>
        ) : (
          <div className="stack-4">
            <h1>{t("welcome.title")}</h1>
            {name === null ? <p className="text-l">{t("welcome.text")}</p> : <p>{t("welcome.as", { name })}</p>}
            <div className="row">
              {name === null ? (
                <>
                  <ButtonLink to={path("/sign-in")} tone="main" big>
                    {t("welcome.signIn")}
                  </ButtonLink>
                  <ButtonLink to={path("/card")} tone="quiet" big>
                    {t("welcome.card")}
                  </ButtonLink>
                </>
              ) : (
                <ButtonLink to={path("/home")} tone="main" big>
                  {t("welcome.goOn")}
                </ButtonLink>
              )}
            </div>
          </div>
        )}
      </div>
    </PlainLayout>
  );
}
