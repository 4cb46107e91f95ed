import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { buttonClass } from "~/app/components/button/button-class";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { HeldFields } from "~/app/components/form/held-fields";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import type { FormReply } from "~/app/domain/kernel/reply";
import { ownPath } from "~/app/domain/people/own-path";
import { useAnswer } from "~/app/hooks/use-answer";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useRootData } from "~/app/hooks/use-root-data";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Confirm it is you" : "Confirmer que c’est vous") },
];

type Values = FormReply["values"];

const first = (value: Values[string] | undefined, otherwise: string): string =>
  typeof value === "string" ? value : (value?.[0] ?? otherwise);

/** A short stop before what is grave: a code to one's own address, then on to where one was going, with what was typed. */
export default function Confirm() {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { email, leadsTo: asked } = useLoaderData<typeof loader>();
  const values: Values = useAnswer<FormReply>()?.values ?? {};
  const leadsTo = ownPath(first(values["confirm-then"], asked), asked);
  const waits = values["confirm-sends"] === "form";
  // A page that asks for a proof by itself would only lead here again.
  const back = waits ? leadsTo : path("/home");
  if (email === null) {
    return (
      <PlainLayout>
        <PageTitle title={t("confirm.title")} />
        <Notice tone="warn">
          <p>{t("confirm.noAddress")}</p>
        </Notice>
        <p className="mt-6">
          <Link to={back}>{t("confirm.back")}</Link>
        </p>
      </PlainLayout>
    );
  }
  const isSent = values["confirm-step"] === "code";
  return (
    <PlainLayout>
      <PageTitle title={t("confirm.title")} above={email}>
        {isSent ? t("confirm.sent") : t("confirm.lead")} {waits && t("confirm.kept")}
      </PageTitle>
      <Step values={values} step={isSent ? "code" : "ask"} then={leadsTo}>
        {isSent && (
          <TextField
            name="confirm-code"
            label={t("code.label")}
            inputMode="numeric"
            autoComplete="one-time-code"
            narrow
            required
          />
        )}
        <SubmitButton big>{isSent ? t("confirm.submit") : t("ask.submit")}</SubmitButton>
      </Step>
      <div className="stack-4 mt-8">
        {isSent && <NothingCame values={values} then={leadsTo} />}
        <p>
          <Link to={back}>{t("confirm.back")}</Link>
        </p>
      </div>
    </PlainLayout>
  );
}

interface StepProps {
  readonly values: Values;
  readonly step: "ask" | "code";
  readonly then: string;
}

const hiddenFields = ({ values, step, then }: StepProps): Readonly<Record<string, string>> => ({
  "confirm-step": step,
  "confirm-then": then,
  "confirm-sends": first(values["confirm-sends"], "nothing"),
});

/** The browser sends it by itself, so that it can send on what waits (307). */
function Step({ children, ...step }: StepProps & { readonly children: ReactNode }) {
  return (
    <CommandForm reloadDocument hidden={hiddenFields(step)}>
      <HeldFields values={step.values} but={["commandId"]} />
      {children}
    </CommandForm>
  );
}

function NothingCame({ values, then }: Pick<StepProps, "values" | "then">) {
  const t = useT("sign-in");
  const path = useLocalePath();
  const { opensOutbox: outbox, formKey } = useRootData() ?? {};
  return (
    <>
      {outbox && (
        <p>
          <Link to={path("/outbox")} target="_blank">
            {t("code.outbox")}
          </Link>
        </p>
      )}
      <form method="post">
        <input type="hidden" name="commandId" value={`${formKey}-once-more`} />
        {Object.entries(hiddenFields({ values, step: "ask", then })).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <HeldFields values={values} but={["commandId"]} />
        <button type="submit" className={buttonClass({})}>
          {t("code.again")}
        </button>
      </form>
      <Disclosure summary={t("code.nothing")}>{t("confirm.nothingText")}</Disclosure>
    </>
  );
}
