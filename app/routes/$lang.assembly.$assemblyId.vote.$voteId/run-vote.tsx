import { Card } from "~/app/components/card/card";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { Meter } from "~/app/components/meter/meter";
import { useT } from "~/app/i18n/use-t";
import type { VoteView } from "./view";

/** What an organiser does with a vote: open it, see how many have voted, close it. */
export function RunVote({ vote }: { readonly vote: VoteView }) {
  const t = useT("vote");
  if (vote.state === "closed") return null;
  if (vote.state === "prepared") {
    return (
      <Card>
        <p>{t("run.prepared")}</p>
        <ConfirmButton
          intent="open"
          label={t("run.open")}
          title={t("run.openTitle")}
          confirmLabel={t("run.open")}
          tone="main"
        >
          <p>{t("run.openText")}</p>
        </ConfirmButton>
      </Card>
    );
  }
  const { voted, roll } = vote.turnout;
  return (
    <Card>
      <Meter
        value={voted}
        max={Math.max(1, roll)}
        label={t("run.turnout")}
        valueText={t("run.turnoutOf", { voted, roll })}
      />
      <ConfirmButton
        intent="close"
        label={t("run.close")}
        title={t("run.closeTitle")}
        confirmLabel={t("run.close")}
        tone="main"
      >
        <p>{t("run.closeText")}</p>
      </ConfirmButton>
    </Card>
  );
}
