import { CheckboxField } from "~/app/components/field/checkbox-field";
import { TextAreaField } from "~/app/components/field/text-area-field";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { useMay } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import type { InvitedPerson } from "./invited-person";

/** What somebody said on the phone, written down by the organiser. */
export function RecordAnswer({ person }: { readonly person: InvitedPerson }) {
  const may = useMay()("invitation.record");
  const { state, vacant } = person;
  if (!may) return null;
  if (state === "accepted") return <Leaves person={person} />;
  const open = state === "prepared" || state === "sent";
  const late = vacant && state !== "withdrawn";
  if (!open && !late) return null;
  return (
    <div className="row">
      <SaidYes person={person} />
      {open && <SaidNo person={person} />}
    </div>
  );
}

interface OnePerson {
  readonly person: InvitedPerson;
}

function SaidYes({ person: { id, name } }: OnePerson) {
  const t = useT("invite");
  return (
    <ConfirmButton
      label={t("record.yes")}
      title={t("record.yesTitle", { name })}
      confirmLabel={t("record.yesConfirm")}
      intent="record-yes"
      formId={`yes-${id}`}
      hidden={{ invitationId: id }}
    >
      <p>{t("record.yesText")}</p>
      <CheckboxField name="namePublic" label={t("answer.nameLabel")} hint={t("answer.nameHint")} />
    </ConfirmButton>
  );
}

function SaidNo({ person: { id, name } }: OnePerson) {
  const t = useT("invite");
  return (
    <ConfirmButton
      label={t("record.no")}
      tone="quiet"
      title={t("record.noTitle", { name })}
      confirmLabel={t("record.noConfirm")}
      intent="record-no"
      formId={`no-${id}`}
      hidden={{ invitationId: id }}
    >
      <p>{t("record.noText")}</p>
    </ConfirmButton>
  );
}

function Leaves({ person: { id, name } }: OnePerson) {
  const t = useT("invite");
  return (
    <ConfirmButton
      label={t("record.leave")}
      tone="quiet"
      title={t("record.leaveTitle", { name })}
      confirmLabel={t("record.leaveConfirm")}
      intent="withdraw"
      formId={`leave-${id}`}
      hidden={{ invitationId: id }}
    >
      <p>{t("record.leaveText")}</p>
      <TextAreaField name="reason" label={t("record.reason")} rows={2} optional maxLength={2000} />
    </ConfirmButton>
  );
}
