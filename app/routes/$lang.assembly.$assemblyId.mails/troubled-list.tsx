import { EmptyState } from "~/app/components/empty-state/empty-state";
import { TextField } from "~/app/components/field/text-field";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { MailFateLine } from "~/app/components/mail-fate/mail-fate-line";
import { Table } from "~/app/components/table/table";
import { useT } from "~/app/i18n/use-t";
import type { MailInTrouble } from "./route.server";

export interface TroubledListProps {
  readonly people: readonly MailInTrouble[];
  readonly mayInvite: boolean;
  readonly timeZone: string;
}

/** Each person whose mail did not arrive, why, and the way to mend it. */
export function TroubledList({ people, mayInvite, timeZone }: TroubledListProps) {
  const t = useT("mails");
  return (
    <Table
      caption={t("title")}
      hideCaption
      stack
      head={[t("person"), t("address"), t("why"), ""]}
      empty={<EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <Who key="who" person={person} />,
          <span key="to" className="break-words">
            {person.to}
          </span>,
          <MailFateLine key="fate" fate={person.fate} timeZone={timeZone} />,
          person.kind === "team" || mayInvite ? (
            <Mend key="mend" person={person} />
          ) : (
            <span key="mend" className="text-s text-soft">
              {t("notNow")}
            </span>
          ),
        ],
      }))}
    />
  );
}

function Who({ person: { name, role } }: { readonly person: MailInTrouble }) {
  const t = useT("mails");
  const roles = useT("roles");
  return (
    <span>
      <strong>{name}</strong>
      <span className="text-s text-soft block">{role ? roles(role) : t("drawn")}</span>
    </span>
  );
}

function Mend({ person: { kind, id, name, to } }: { readonly person: MailInTrouble }) {
  const t = useT("mails");
  return (
    <ConfirmButton
      label={
        <>
          {t("mend")} <span className="sr-only">{name}</span>
        </>
      }
      title={t("mendTitle", { name })}
      confirmLabel={t("mendConfirm")}
      intent={`resend-${kind}`}
      formId={id}
    >
      <p>{t("mendText")}</p>
      {kind === "invitation" && (
        <p>
          {t("mendLetter")} {t("mendDeadline")}
        </p>
      )}
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="off"
        label={t("mendEmail")}
        defaultValue={to}
        required
      />
    </ConfirmButton>
  );
}
