import { Card } from "~/app/components/card/card";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { When } from "~/app/components/time/when";
import { localDateOf } from "~/app/domain/assembly/local-date";
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
      <p className="max-w-measure">{t("kept.text")}</p>
      <ul>
        {invitations > 0 && <li>{t("kept.invitations", { count: invitations })}</li>}
        {team > 0 && <li>{t("kept.team", { count: team })}</li>}
      </ul>
      <Written {...{ oldestMs, newestMs, timeZone }} />
      {stale > 0 && <p className="text-soft">{t("kept.stale", { count: stale })}</p>}
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

interface WrittenProps extends Pick<KeptCardProps["kept"], "oldestMs" | "newestMs"> {
  readonly timeZone: string;
}

function Written({ oldestMs, newestMs, timeZone }: WrittenProps) {
  const t = useT("mails");
  const day = (at: number) => <When at={at} timeZone={timeZone} as="date" />;
  const isOneDay = localDateOf(new Date(oldestMs), timeZone) === localDateOf(new Date(newestMs), timeZone);
  if (isOneDay)
    return (
      <p>
        {t("kept.on")} {day(oldestMs)}.
      </p>
    );
  return (
    <p>
      {t("kept.from")} {day(oldestMs)} {t("kept.until")} {day(newestMs)}.
    </p>
  );
}
