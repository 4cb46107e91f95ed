import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { afterClash } from "~/app/components/form/filled-from";
import { PageTitle } from "~/app/components/page-title/page-title";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { PrepareVote } from "./prepare-vote";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const shouldRevalidate = afterClash;

export const meta: MetaFunction = () => [{ title: pageTitle("Votes") }];

export default function VotesPage() {
  const t = useT("vote");
  const { votes, mayPrepare, recommendations, mark, heard } = useLoaderData<typeof loader>();
  useListening({ read: heard, facts: ["vote-opened", "vote-closed", "recommendation-locked"], moves: [] });
  return (
    <div className="stack-8">
      <PageTitle title={t("list.title")} />
      {votes.length === 0 && !mayPrepare && (
        <EmptyState title={t("list.empty")}>
          <p>{t("list.emptyText")}</p>
        </EmptyState>
      )}
      {votes.length > 0 && (
        <ul className="max-w-none stack-4">
          {votes.map((vote) => (
            <VoteLine key={vote.id} vote={vote} />
          ))}
        </ul>
      )}
      {mayPrepare && <PrepareVote recommendations={recommendations} mark={mark} />}
    </div>
  );
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>["votes"][number];

function VoteLine({ vote }: { readonly vote: Line }) {
  const t = useT("vote");
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const now = vote.state === "open";
  const label =
    vote.state === "closed"
      ? t("list.results")
      : vote.mine && now
        ? t(`list.${vote.mine === "to-do" ? "toDo" : "done"}`)
        : t("list.see");
  return (
    <li className="card row justify-between">
      <div className="stack-2">
        <h2>{vote.title}</h2>
        <p className="row text-soft">
          <Tag tone={now ? "now" : "plain"}>{t(`list.${vote.state}`)}</Tag>
          <span>{t("list.questions", { count: vote.questions })}</span>
          {vote.closedAtMs !== null && (
            <span>
              {t("list.closedAt")} <When at={vote.closedAtMs} timeZone={timeZone} />
            </span>
          )}
          {vote.closedAtMs === null && vote.closesAtMs !== null && (
            <span>
              {t("list.closesAt")} <When at={vote.closesAtMs} timeZone={timeZone} />
            </span>
          )}
        </p>
      </div>
      <ButtonLink to={path(`/assembly/${id}/vote/${vote.id}`)} tone={vote.mine === "to-do" && now ? "main" : "plain"}>
        {label}
      </ButtonLink>
    </li>
  );
}
