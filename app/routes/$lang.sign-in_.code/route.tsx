import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { TextField } from "~/app/components/field/text-field";
import { asReply } from "~/app/components/form/answer";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAnswer } from "~/app/hooks/use-answer";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useRootData } from "~/app/hooks/use-root-data";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Sign-in code" : "Code de connexion") },
];

/** Refusals after which no other try helps. */
const over = ["code-tries-over", "code-expired", "code-used"];

export default function EnterCode() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { email, handOn } = useLoaderData<typeof loader>();
  const outbox = useRootData()?.opensOutbox;
  const refusals = asReply(useAnswer())?.refusals ?? [];
  const isOver = refusals.some(({ code }) => over.includes(code));
  return (
    <PlainLayout>
      <PageTitle title={t("code.title")} above={email}>
        {t("code.lead")}
      </PageTitle>
      <CommandForm>
        <TextField
          name="code"
          label={t("code.label")}
          inputMode="numeric"
          autoComplete="one-time-code"
          narrow
          required
        />
        <SubmitButton big {...(isOver && { tone: "plain" })}>
          {t("code.submit")}
        </SubmitButton>
      </CommandForm>
      <div className="stack-4 mt-8">
        {outbox && (
          <p>
            <Link to={path("/outbox")}>{t("code.outbox")}</Link>
          </p>
        )}
        <p>
          {isOver ? (
            <ButtonLink to={path(`/sign-in${handOn}`)} state={{ email }} tone="main" big>
              {t("code.again")}
            </ButtonLink>
          ) : (
            <Link to={path(`/sign-in${handOn}`)} state={{ email }}>
              {t("code.again")}
            </Link>
          )}
        </p>
        <Disclosure summary={t("code.nothing")}>{t("code.nothingText")}</Disclosure>
      </div>
    </PlainLayout>
  );
}
