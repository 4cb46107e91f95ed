import { Card } from "~/app/components/card/card";
import { CheckboxField } from "~/app/components/field/checkbox-field";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { SubmitButton } from "~/app/components/form/submit-button";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useT } from "~/app/i18n/use-t";

export interface AnsweredProps {
  readonly invitation: {
    readonly state: "prepared" | "sent" | "accepted" | "declined" | "unanswered" | "withdrawn";
    readonly replaced: boolean;
    readonly seat: number | null;
    readonly title: string;
  };
  readonly mayChange: boolean;
}

/** What became of the invitation, and what is still possible. */
export function Answered({ invitation: { state, replaced, seat, title }, mayChange }: AnsweredProps) {
  const t = useT("invite");
  if (state === "accepted") return <Welcome seat={seat} title={title} />;
  if (state === "withdrawn") {
    return (
      <PageTitle title={t("answer.withdrawnTitle")} above={title}>
        {t("answer.withdrawnText")}
      </PageTitle>
    );
  }
  if (replaced) {
    return (
      <PageTitle title={t("answer.replacedTitle")} above={title}>
        {t("answer.replacedText")}
      </PageTitle>
    );
  }
  if (!mayChange) {
    return (
      <PageTitle title={t(state === "declined" ? "answer.declinedTitle" : "answer.overTitle")} above={title}>
        {state !== "declined" && t("answer.overText")}
      </PageTitle>
    );
  }
  return (
    <>
      <PageTitle title={t("answer.declinedTitle")} above={title}>
        {t("answer.declinedText")}
      </PageTitle>
      <CommandForm intent="accept">
        <CheckboxField name="namePublic" label={t("answer.nameLabel")} hint={t("answer.nameHint")} />
        <SubmitButton tone="plain">{t("answer.changeMind")}</SubmitButton>
      </CommandForm>
    </>
  );
}

function Welcome({ seat, title }: { readonly seat: number | null; readonly title: string }) {
  const t = useT("invite");
  return (
    <>
      <PageTitle title={t("answer.acceptedTitle")} above={title}>
        {seat !== null && t("answer.acceptedSeat", { seat })}
      </PageTitle>
      <Card>
        <CommandForm intent="enter">
          <SubmitButton big>{t("answer.enter")}</SubmitButton>
        </CommandForm>
        <p className="text-s text-soft">{t("answer.enterHint")}</p>
      </Card>
      <div>
        <ConfirmButton
          label={t("answer.leave")}
          tone="quiet"
          title={t("answer.leaveTitle")}
          confirmLabel={t("answer.leaveConfirm")}
          intent="withdraw"
        >
          <p>{t("answer.leaveText")}</p>
        </ConfirmButton>
      </div>
    </>
  );
}
