import { Card } from "~/app/components/card/card";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import type { VoteView } from "./view";

export interface VoteTermsProps {
  readonly vote: VoteView;
  /** That everybody will see who chose what stands above the ballot already. */
  readonly openVoteSaid: boolean;
}

/** The rules, said before and after: first of all that everybody will see who chose what. */
export function VoteTerms({ vote, openVoteSaid }: VoteTermsProps) {
  const t = useT("vote");
  const { timeZone } = useAssembly();
  return (
    <Card title={t("terms.title")}>
      <ul className="stack-2">
        {!openVoteSaid && (
          <li>
            <strong>{t("terms.openVote")}</strong>
          </li>
        )}
        <li>{t("terms.threshold", { threshold: t(`thresholds.${vote.threshold}`) })}</li>
        <li>{vote.quorumPercent > 0 ? t("terms.quorum", { percent: vote.quorumPercent }) : t("terms.noQuorum")}</li>
        {vote.state !== "closed" && <li>{t("terms.change")}</li>}
        {vote.state !== "closed" && <li>{t("terms.hidden")}</li>}
        {vote.closesAtMs !== null && vote.state !== "closed" && (
          <li>
            {t("terms.closesAt")} <When at={vote.closesAtMs} timeZone={timeZone} />
          </li>
        )}
      </ul>
      {vote.sheetHash && (
        <p className="text-s text-soft">
          {t("terms.sheet")} <code className="break-all">{vote.sheetHash}</code>
        </p>
      )}
    </Card>
  );
}
