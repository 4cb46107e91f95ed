import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { ConnectionLine } from "~/app/components/live/connection-line";
import { HelpBar } from "~/app/components/live/help-bar";
import { useLive } from "~/app/components/live/live-context";
import { SpeakingQueue } from "~/app/components/live/speaking-queue";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { Attendance } from "./attendance";
import { CloseSession } from "./close-session";
import { HelpCalls } from "./help-calls";
import { LobbyList } from "./lobby-list";
import { Rooms } from "./rooms";
import { RunSheet } from "./run-sheet";

/** The organiser's console: the run sheet, who needs what, and every room at a glance. */
export function ConsoleScreen({ groupSize }: { readonly groupSize: number }) {
  const t = useT("live");
  const group = useT("group");
  const locale = useLocale();
  const path = useLocalePath();
  const { state } = useLive();
  const { session, me } = state;
  const running = session.state === "running";
  return (
    <>
      <PageTitle
        title={t("console.title")}
        above={inLocale(session.title, locale)}
        actions={
          <>
            {session.state !== "closed" && (
              <ButtonLink to={path(`/assembly/${session.assemblyId}/hall/${session.sessionId}`)}>
                {t("toHall")}
              </ButtonLink>
            )}
            {session.state !== "planned" && (
              <ButtonLink to={path(`/assembly/${session.assemblyId}/session/${session.sessionId}/notes`)}>
                {group("tables.open")}
              </ButtonLink>
            )}
            {running && me.may.run && <CloseSession />}
          </>
        }
      >
        <div className="text-soft text-s">
          <ConnectionLine />
        </div>
        {!me.may.run && <p className="text-soft">{t("console.watchOnly")}</p>}
      </PageTitle>
      {session.state === "closed" && <Notice tone="done">{t("console.closed")}</Notice>}
      <HelpBar />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <RunSheet groupSize={groupSize} />
        <div className="stack-8">
          {running && me.may.answerHelp && <HelpCalls />}
          {session.round && <LobbyList />}
          {running && !session.round && (
            <Card>
              <SpeakingQueue floor={session.floor} groupId={null} gives={me.may.giveTurnInPlenary} />
            </Card>
          )}
          {session.state !== "closed" && <Attendance />}
        </div>
      </div>
      {running && <Rooms />}
    </>
  );
}
