import { EmptyState } from "~/app/components/empty-state/empty-state";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { MailFateLine } from "~/app/components/mail-fate/mail-fate-line";
import { Table } from "~/app/components/table/table";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useT } from "~/app/i18n/use-t";
import type { TeamPage } from "./route.server";

type LinkLine = TeamPage["links"][number];

export function LinkList({ links, timeZone }: { readonly links: readonly LinkLine[]; readonly timeZone: string }) {
  const t = useT("team");
  const roles = useT("roles");
  return (
    <Table
      caption={t("links.title")}
      stack
      empty={<EmptyState title={t("links.emptyTitle")}>{t("links.empty")}</EmptyState>}
      head={[t("links.for"), t("role"), t("links.state"), ""]}
      rows={links.map((link) => ({
        key: link.id,
        cells: [
          <span key="for">
            {link.forName}
            <Way link={link} timeZone={timeZone} />
          </span>,
          roles(link.role),
          <State key="state" link={link} timeZone={timeZone} />,
          link.state === "open" && (
            <CommandForm
              key="revoke"
              intent="revoke"
              formId={link.id}
              className=""
              label={t("links.revokeOne", { name: link.forName })}
            >
              <SubmitButton tone="plain">{t("links.revoke")}</SubmitButton>
            </CommandForm>
          ),
        ],
      }))}
    />
  );
}

/** How the link went out, and what became of its mail while somebody is still awaited. */
function Way({ link, timeZone }: { readonly link: LinkLine; readonly timeZone: string }) {
  const t = useT("team");
  const awaited = link.state === "open" || link.state === "expired";
  if (link.mail && awaited) return <MailFateLine fate={link.mail} timeZone={timeZone} />;
  return <span className="text-s text-soft block">{link.mailed ? t("links.mailed") : t("links.handed")}</span>;
}

function State({ link, timeZone }: { readonly link: LinkLine; readonly timeZone: string }) {
  const t = useT("team");
  if (link.state === "open") {
    return (
      <span className="row">
        <Tag>{t("links.open")}</Tag>
        <span className="text-s text-soft">
          {t("links.until")} <When at={link.expiresAtMs} timeZone={timeZone} as="date" />
        </span>
      </span>
    );
  }
  if (link.state !== "used") return <Tag tone="plain">{t(`links.${link.state}`)}</Tag>;
  return <Tag tone="ok">{link.usedByName ? t("links.usedBy", { name: link.usedByName }) : t("links.used")}</Tag>;
}
