import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { DoneNotice } from "~/app/components/form/done-notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDay, formatTime } from "~/app/i18n/format-date";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { CallsCard } from "./calls-card";
import { PhasesCard } from "./phases-card";
import { ReadyCard } from "./ready-card";
import type { Desk, loader } from "./route.server";
import { RunSheet } from "./run-sheet";
import { WaitsCard } from "./waits-card";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Today" : "Aujourd'hui") },
];

/** What waits for me, who needs a call, is this morning ready. */
export default function DeskPage() {
  const t = useT("desk");
  const locale = useLocale();
  const { title, timeZone } = useAssembly();
  const desk = useLoaderData<typeof loader>();
  const { waits, mayRun, nowMs, name, session } = desk;
  const first = name.split(" ")[0] ?? "";
  return (
    <>
      <PageTitle
        above={`${title} · ${formatDay({ atMs: nowMs, timeZone, locale })}`}
        title={mayRun ? <Hello name={first} count={waits.length} /> : t("helloTeam", { name: first })}
        actions={<OpenSession desk={desk} />}
      />
      <DoneNotice />
      <div className="grid-12">
        <PhasesCard phases={desk.phases} mayRun={mayRun} members={desk.members} nowMs={nowMs} />
        {mayRun && <WaitsCard waits={waits} />}
        {session ? <ReadyCard desk={desk} /> : !mayRun && <Card className="xl:col-span-4">{t("ready.noSession")}</Card>}
        {desk.members + desk.calls.length > 0 && <CallsCard calls={desk.calls} whole={mayRun} />}
        {session && <RunSheet session={session} isToday={desk.sessionIsToday} mayRun={mayRun} />}
      </div>
    </>
  );
}

/** The one filled button: the session of today. */
function OpenSession({ desk: { session, sessionIsToday, mayRun } }: { readonly desk: Desk }) {
  const t = useT("desk");
  const locale = useLocale();
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  if (!session || !sessionIsToday) return null;
  const time = formatTime({ atMs: session.startsAtMs, timeZone, locale });
  const running = session.state === "running";
  return (
    <ButtonLink to={path(`/assembly/${id}/${mayRun ? "session" : "hall"}/${session.id}`)} tone="main" big>
      {running ? t("open.running") : t(mayRun ? "open.today" : "open.enter", { time })}
    </ButtonLink>
  );
}

const inWords = ["n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10"] as const;

function Hello({ name, count }: { readonly name: string; readonly count: number }) {
  const t = useT("desk");
  if (count === 0) return <>{t("helloNothing", { name })}</>;
  const word = inWords[count - 2];
  return <>{t("hello", { name, count, number: word ? t(`numbers.${word}`) : String(count) })}</>;
}
