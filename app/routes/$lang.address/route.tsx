import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { asReply } from "~/app/components/form/answer";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAnswer } from "~/app/hooks/use-answer";
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
  const outbox = useRootData()?.opensOutbox;
  const refused = asReply(useAnswer()) !== undefined;
  const { step, email, then } = useLoaderData<typeof loader>();
  if (step === "confirmed") {
    return (
      <PlainLayout>
        <PageTitle title={t("address.doneTitle")} above={email}>
          {t("address.doneText")}
        </PageTitle>
        <ButtonLink tone="main" to={then}>
          {t("address.goOn")}
        </ButtonLink>
      </PlainLayout>
    );
  }
  return (
    <PlainLayout>
      {step === "ask" ? (
        <>
          <PageTitle title={t("address.title")}>{t("address.lead")}</PageTitle>
          <AskAddress />
        </>
      ) : (
        <>
          <PageTitle title={t("address.codeTitle")} above={email}>
            {t("address.codeLead")}
          </PageTitle>
          <EnterAddressCode />
          {outbox && (
            <p className="mt-6">
              <Link to={path("/outbox")}>{t("code.outbox")}</Link>
            </p>
          )}
          <Disclosure summary={t("code.nothing")} open={refused}>
            <div className="stack-4">
              <p>{t("address.nothingText")}</p>
              <AskAddress tone="plain" />
            </div>
          </Disclosure>
        </>
      )}
      <p className="text-soft mt-8">
        <Link to={then}>{t("address.later")}</Link> {t("address.laterHint")}
      </p>
    </PlainLayout>
  );
}
