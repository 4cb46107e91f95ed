import type { MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { DoneNotice } from "~/app/components/form/done-notice";
import { keepWhenOffline } from "~/app/components/form/keep-when-offline";
import { RefusedNotice } from "~/app/components/form/refused-notice";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { Tag } from "~/app/components/tag/tag";
import { useListening } from "~/app/hooks/listening/page-listening";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { BallotForm } from "./ballot-form";
import type { loader } from "./route.server";
import { RunVote } from "./run-vote";
import { VoteResults } from "./vote-results";
import { VoteTerms } from "./vote-terms";

export { action, loader } from "./route.server";

export const clientAction = (sent: ClientActionFunctionArgs) => keepWhenOffline(sent);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? "") }];

export default function VotePage() {
  const t = useT("vote");
  const vote = useLoaderData<typeof loader>();
  const settled = vote.state === "closed";
  // On a member's ballot what matters comes first: that others will see the choices, then the choices; the other rules follow.
  const casting = vote.state === "open" && vote.mine !== null;
  // What the vote has moved past has no form left that could say why it is refused.
  const past = [!casting && "cast", vote.state !== "prepared" && "open", settled && "close"].filter(
    (intent) => intent !== false,
  );
  useListening({ read: vote.heard, facts: ["vote-opened", "vote-closed"], moves: vote.mayRun ? ["voices"] : [] });
  return (
    <div className="stack-8">
      <PageTitle title={vote.title}>
        <p>
          <Tag tone={vote.state === "open" ? "now" : "plain"}>{t(`list.${vote.state}`)}</Tag>
        </p>
      </PageTitle>
      {!casting && <DoneNotice />}
      <RefusedNotice intents={past} />
      {casting && <Notice tone="info" title={t("terms.openVote")} />}
      {vote.mayRun && <RunVote vote={vote} />}
      {vote.state === "counting" && <Notice tone="info" title={t("ballot.counting")} live />}
      {settled && <VoteResults vote={vote} />}
      {casting && <BallotForm vote={vote} />}
      {vote.state === "open" && !vote.mine && !vote.mayRun && <p className="text-soft">{t("ballot.notOnRoll")}</p>}
      <VoteTerms vote={vote} openVoteSaid={casting} />
    </div>
  );
}
