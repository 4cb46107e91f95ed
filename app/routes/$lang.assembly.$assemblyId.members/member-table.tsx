import { ConfirmButton } from "~/app/components/form/confirm-button";
import { Table } from "~/app/components/table/table";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { telAddress } from "~/app/domain/people/tel-address";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

export interface MemberLine {
  readonly id: string;
  readonly seat: number | null;
  readonly name: string;
  readonly byMail: boolean;
  readonly byPhone: boolean;
  readonly phone: string | null;
  readonly card: boolean;
  readonly lastSeenAtMs: number | null;
  readonly device: "fine" | "trouble" | null;
}

export interface MemberTableProps {
  readonly members: readonly MemberLine[];
  readonly mayPrint: boolean;
  readonly mayHandOver: boolean;
}

export function MemberTable({ members, mayPrint, mayHandOver }: MemberTableProps) {
  const t = useT("member");
  const { timeZone } = useAssembly();
  return (
    <Table
      caption={t("list.title")}
      hideCaption
      stack
      head={[t("list.seat"), t("list.name"), t("list.reach"), t("list.seen"), t("list.device"), t("list.actions")]}
      rows={members.map((member) => ({
        key: member.id,
        cells: [
          <span key="seat" className="tabular-nums whitespace-nowrap">
            {t("list.seatNumber", { seat: member.seat ?? "–" })}
          </span>,
          member.name,
          <Reach key="reach" member={member} />,
          <LastSeen key="seen" atMs={member.lastSeenAtMs} timeZone={timeZone} />,
          <DeviceState key="device" state={member.device} />,
          <span key="actions" className="row whitespace-nowrap 2xl:flex-nowrap">
            {mayPrint && <PrintOne member={member} />}
            {mayHandOver && <HandOver member={member} />}
          </span>,
        ],
      }))}
    />
  );
}

function LastSeen({ atMs, timeZone }: { readonly atMs: number | null; readonly timeZone: string }) {
  const t = useT("member");
  return atMs === null ? (
    <span className="text-soft">{t("list.neverSeen")}</span>
  ) : (
    <When at={atMs} timeZone={timeZone} as="date" />
  );
}

function Reach({ member }: { readonly member: MemberLine }) {
  const t = useT("member");
  const { byMail, byPhone, phone, card, name } = member;
  if (!byMail && !byPhone && !card) return <Tag tone="danger">{t("list.none")}</Tag>;
  return (
    <span className="row">
      {byMail && <Tag>{t("list.mail")}</Tag>}
      {byPhone && phone === null && <Tag>{t("list.phone")}</Tag>}
      {phone !== null && (
        <a href={telAddress(phone)} aria-label={t("list.call", { name, phone })} className="tabular-nums">
          {phone}
        </a>
      )}
      {card && <Tag>{t("list.card")}</Tag>}
    </span>
  );
}

function DeviceState({ state }: { readonly state: MemberLine["device"] }) {
  const t = useT("member");
  if (state === "fine") return <Tag tone="ok">{t("list.deviceFine")}</Tag>;
  if (state === "trouble") return <Tag tone="danger">{t("list.deviceTrouble")}</Tag>;
  return <span className="text-soft">{t("list.deviceUnknown")}</span>;
}

function PrintOne({ member }: { readonly member: MemberLine }) {
  const t = useT("member");
  return (
    <ConfirmButton
      label={
        <>
          {t("cards.printOne")} <span className="sr-only">{member.name}</span>
        </>
      }
      title={t("cards.printOneTitle", { name: member.name })}
      confirmLabel={t("cards.printOneConfirm")}
      intent="print"
      formId={member.id}
      hidden={{ participation: member.id }}
    >
      <p>{t("cards.printOneText")}</p>
      {member.card && <p>{t("cards.replaceText")}</p>}
    </ConfirmButton>
  );
}

function HandOver({ member }: { readonly member: MemberLine }) {
  const t = useT("member");
  return (
    <ConfirmButton
      label={
        <>
          {t("handOver.label")} <span className="sr-only">{member.name}</span>
        </>
      }
      title={t("handOver.title", { name: member.name })}
      confirmLabel={t("handOver.confirm", { name: member.name })}
      intent="hand-over"
      formId={member.id}
      hidden={{ participation: member.id }}
    >
      <p>{t("handOver.text")}</p>
      <p>{t("handOver.warning")}</p>
    </ConfirmButton>
  );
}
