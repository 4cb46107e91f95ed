import { Card } from "~/app/components/card/card";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { When } from "~/app/components/time/when";
import { useT } from "~/app/i18n/use-t";

export interface KeptCardProps {
  readonly kept: {
    readonly invitations: number;
    readonly team: number;
    readonly oldestMs: number;
    readonly newestMs: number;
    readonly stale: number;
  };
  readonly timeZone: string;
}

/** Mails written before a mail server was set: they leave if an organiser says so. */
export function KeptCard({ kept: { invitations, team, oldestMs, newestMs, stale }, timeZone }: KeptCardProps) {
  const t = useT("mails");
  return (
    <Card title={t("kept.title", { count: invitations + team })}>
      <p className="measure">{t("kept.text")}</p>
      <ul>
        {invitations > 0 && <li>{t("kept.invitations", { count: invitations })}</li>}
        {team > 0 && <li>{t("kept.team", { count: team })}</li>}
      </ul>
      <p>
        {t("kept.from")} <When at={oldestMs} timeZone={timeZone} as="date" /> {t("kept.until")}{" "}
        <When at={newestMs} timeZone={timeZone} as="date" />.
      </p>
      {stale > 0 && <p className="soft">{t("kept.stale", { count: stale })}</p>}
      <div className="row">
        <ConfirmButton
          label={t("kept.send")}
          title={t("kept.sendTitle")}
          confirmLabel={t("kept.sendConfirm")}
          intent="send-kept"
        >
          {t("kept.sendText")}
        </ConfirmButton>
        <ConfirmButton
          label={t("kept.drop")}
          title={t("kept.dropTitle")}
          confirmLabel={t("kept.dropConfirm")}
          intent="drop-kept"
          tone="quiet"
        >
          {t("kept.dropText")}
        </ConfirmButton>
      </div>
    </Card>
  );
}
