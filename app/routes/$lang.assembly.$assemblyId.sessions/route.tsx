import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useListening } from "~/app/hooks/listening/page-listening";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";
import { SessionLine } from "./session-line";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [{ title: pageTitle(params.lang === "en" ? "Sessions" : "Séances") }];

const order = { running: 0, planned: 1, closed: 2 } as const;

/** The sessions of the assembly: the one under way first, then those to come, then those that are over. */
export default function SessionsPage() {
  const t = useT("live");
  const { sessions, heard } = useLoaderData<typeof loader>();
  useListening({ read: heard, facts: ["session-started", "session-closed"], moves: [] });
  const sorted = [...sessions].sort((a, b) => order[a.state] - order[b.state] || a.startsAtMs - b.startsAtMs);
  return (
    <>
      <PageTitle title={t("sessions.title")} />
      {sorted.length === 0 ? (
        <EmptyState title={t("sessions.empty")}>
          <p>{t("sessions.emptyText")}</p>
        </EmptyState>
      ) : (
        <ul className="max-w-none stack-4">
          {sorted.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      )}
    </>
  );
}
