import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useRootData } from "~/app/hooks/use-root-data";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { AskAddress } from "./ask-address";
import { EnterAddressCode } from "./enter-address-code";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Your address" : "Votre adresse") },
];

/** Somebody without an address says theirs, and proves it with the code that is mailed there. */
export default function Address() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const outbox = useRootData()?.mailOutbox;
  const { waitsFor, later } = useLoaderData<typeof loader>();
  return (
    <PlainLayout>
      {waitsFor === null ? (
        <>
          <PageTitle title={t("address.title")}>{t("address.lead")}</PageTitle>
          <AskAddress />
        </>
      ) : (
        <>
          <PageTitle title={t("address.codeTitle")} above={waitsFor}>
            {t("address.codeLead")}
          </PageTitle>
          <EnterAddressCode />
          {outbox && (
            <p className="mt-6">
              <Link to={path("/outbox")}>{t("code.outbox")}</Link>
            </p>
          )}
          <Disclosure summary={t("code.nothing")}>
            <div className="stack">
              <p>{t("address.nothingText")}</p>
              <AskAddress tone="plain" />
            </div>
          </Disclosure>
        </>
      )}
      <p className="soft mt-8">
        <Link to={later}>{t("address.later")}</Link> {t("address.laterHint")}
      </p>
    </PlainLayout>
  );
}
