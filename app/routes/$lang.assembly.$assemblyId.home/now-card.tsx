import type { ReactNode } from "react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Hemicycle } from "~/app/components/hemicycle/hemicycle";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDay, formatDayTime, formatTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import { expectedPath } from "./expected-path";
import type { Home } from "./route.server";

const decoration = Array.from({ length: 60 }, () => "here" as const);

/** The teal card: what is happening now, and the one way in. */
export function NowCard({ home }: { readonly home: Home }) {
  const t = useT("home");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const { title, text, actions } = useNow(home);
  return (
    <section className="now-card whole stack" aria-labelledby="now">
      <p>
        <strong>{t("now.label")}</strong> · {formatDay({ atMs: home.nowMs, timeZone, locale })}
      </p>
      <h1 id="now">{title}</h1>
      {text && <p className="measure">{text}</p>}
      {actions && <div className="row">{actions}</div>}
      <div className="decoration" aria-hidden="true">
        <Hemicycle seats={decoration} label="" />
      </div>
    </section>
  );
}

interface Said {
  readonly title: string;
  readonly text?: string;
  readonly actions?: ReactNode;
}

/** The words and the way in of each thing that may be now. */
function useNow({ now, sessions, votes, device, name, expected }: Home): Said {
  const t = useT("home");
  const locale = useLocale();
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const to = (rest: string) => path(`/assembly/${id}/${rest}`);
  const check = device ? t(`device.${device.readiness}`) : t("device.none");
  const again = (
    <ButtonLink to={to("device-check")} tone="quiet">
      {device ? t("device.again") : t("device.make")}
    </ButtonLink>
  );
  const enter = (sessionId: string) => (
    <>
      <ButtonLink to={to(`hall/${sessionId}`)} tone="now" big>
        {t("now.enter")}
      </ButtonLink>
      {again}
    </>
  );
  const first = expected.find(({ done }) => !done);
  const session = "sessionId" in now ? sessions.find((other) => other.id === now.sessionId) : undefined;
  const sessionTitle = session ? inLocale(session.title, locale) : "";
  const at = { atMs: session?.startsAtMs ?? 0, timeZone, locale };
  switch (now.kind) {
    case "session-running":
      return { title: t("now.running"), text: sessionTitle, actions: enter(now.sessionId) };
    case "session-soon":
      return {
        title: t("now.soon", { count: now.minutes }),
        text: `${sessionTitle}. ${check}`,
        actions: enter(now.sessionId),
      };
    case "session-late":
      return { title: t("now.late"), text: `${sessionTitle}. ${check}`, actions: enter(now.sessionId) };
    case "session-today":
      return { title: t("now.today", { time: formatTime(at) }), text: `${sessionTitle}. ${check}`, actions: again };
    case "session-coming":
      return {
        title: t("now.nothing", { name: firstName(name) }),
        text: t("now.coming", { title: sessionTitle, when: formatDayTime(at) }),
        actions: !device && again,
      };
    case "vote": {
      const vote = votes.find((other) => other.id === now.voteId);
      const closes = vote?.closesAtMs
        ? t("now.voteUntil", { when: formatDayTime({ atMs: vote.closesAtMs, timeZone, locale }) })
        : "";
      return {
        title: t(now.voted ? "now.voted" : "now.vote"),
        text: [vote ? inLocale(vote.title, locale) : "", closes].filter(Boolean).join(". "),
        actions: (
          <ButtonLink to={to(`vote/${now.voteId}`)} tone={now.voted ? "plain" : "now"} big>
            {t(now.voted ? "now.seeVote" : "now.goVote")}
          </ButtonLink>
        ),
      };
    }
    case "to-do":
      return {
        title: t("now.toDo", { count: now.count }),
        text: t("now.toDoText"),
        actions: first && (
          <ButtonLink to={to(expectedPath(first))} tone="now" big>
            {t("now.start")}
          </ButtonLink>
        ),
      };
    case "nothing":
      return { title: t("now.nothing", { name: firstName(name) }), text: t("now.nothingText") };
  }
}

function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}
