import { Link, type MetaFunction, useLoaderData, useLocation } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Sign in" : "Se connecter") },
];

export default function SignIn() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { handOn, hadCard } = useLoaderData<typeof loader>();
  const typed = useTypedBefore();
  return (
    <PlainLayout>
      <PageTitle title={t("ask.title")}>{t("ask.lead")}</PageTitle>
      {hadCard && (
        <div className="stack-4 mb-8">
          <Notice tone="warn">{t("ask.hadCard")}</Notice>
          <ButtonLink to={path(`/card${handOn}`)} tone="main" big>
            {t("ask.newCard")}
          </ButtonLink>
        </div>
      )}
      <CommandForm>
        <TextField
          name="email"
          label={t("ask.email")}
          hint={t("ask.emailHint")}
          type="email"
          inputMode="email"
          autoComplete="email"
          defaultValue={typed}
          required
        />
        <SubmitButton big {...(hadCard && { tone: "plain" })}>
          {t("ask.submit")}
        </SubmitButton>
      </CommandForm>
      <p className="text-soft mt-8">
        {t("ask.noMail")} <Link to={path(`/card${handOn}`)}>{t("ask.card")}</Link>
      </p>
    </PlainLayout>
  );
}

/** Who comes back for another code does not type their address again. Nobody else of a shared device is shown it. */
function useTypedBefore(): string | undefined {
  const { state }: { readonly state: unknown } = useLocation();
  if (typeof state !== "object" || state === null || !("email" in state)) return undefined;
  return typeof state.email === "string" ? state.email : undefined;
}
