import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { memberNow } from "~/app/domain/assembly/member-now";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useNow } from "~/app/hooks/use-now";
import { pageTitle } from "~/app/i18n/page-title";
import { ExpectedCard } from "./expected-card";
import { NextCard } from "./next-card";
import { NowCard } from "./now-card";
import type { loader } from "./route.server";
import { TableCard } from "./table-card";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [{ title: pageTitle(params.lang === "en" ? "Home" : "Accueil") }];

/** "In 12 minutes" stays true, and a session that comes near is shown as such. */
const HALF_MINUTE_MS = MINUTE_MS / 2;

/** What is happening now, what is expected of me, what comes next, whom I meet. */
export default function MemberHome() {
  const home = useLoaderData<typeof loader>();
  const { timeZone } = useAssembly();
  const nowMs = useNow(HALF_MINUTE_MS);
  useListening({
    read: home.heard,
    facts: ["session-started", "session-closed", "vote-opened", "vote-closed"],
    moves: [],
  });
  const toDo = home.expected.filter(({ done }) => !done).length;
  const now = memberNow({ ...home, toDo, nowMs, timeZone });
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
      <NowCard home={home} now={now} nowMs={nowMs} />
      <ExpectedCard expected={home.expected} role={home.role} />
      <div className="stack-4">
        <NextCard home={home} nowMs={nowMs} />
        {home.table && <TableCard table={home.table} />}
      </div>
    </div>
  );
}
