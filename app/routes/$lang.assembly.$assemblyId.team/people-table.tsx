import { ConfirmButton } from "~/app/components/form/confirm-button";
import { Table } from "~/app/components/table/table";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import type { Role } from "~/app/domain/assembly/role";
import { useT } from "~/app/i18n/use-t";

interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly sinceMs: number;
  readonly you: boolean;
  readonly mayRemove: boolean;
}

export function PeopleTable({
  people,
  timeZone,
}: {
  readonly people: readonly PersonLine[];
  readonly timeZone: string;
}) {
  const t = useT("team");
  const roles = useT("roles");
  return (
    <Table
      caption={t("people")}
      stack
      head={[t("name"), t("role"), t("since"), ""]}
      rows={people.map((person) => ({
        key: person.id,
        cells: [
          <span className="row" key="name">
            {person.name} {person.you && <Tag>{t("you")}</Tag>}
          </span>,
          roles(person.role),
          <When key="since" at={person.sinceMs} timeZone={timeZone} as="date" />,
          person.mayRemove && <Remove key="remove" person={person} />,
        ],
      }))}
    />
  );
}

function Remove({ person }: { readonly person: PersonLine }) {
  const t = useT("team");
  const roles = useT("roles");
  return (
    <ConfirmButton
      label={
        person.you ? (
          t("leave")
        ) : (
          <>
            {t("remove")} <span className="sr-only">{person.name}</span>
          </>
        )
      }
      title={person.you ? t("leaveTitle") : t("removeTitle", { name: person.name })}
      confirmLabel={t("removeConfirm")}
      intent="remove"
      formId={person.id}
      tone="quiet"
    >
      <p>{t("removeText", { role: roles(person.role) })}</p>
      {person.you && <p>{t("removeYourself")}</p>}
    </ConfirmButton>
  );
}
