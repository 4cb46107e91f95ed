import type { ReactNode } from "react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Hemicycle } from "~/app/components/hemicycle/hemicycle";
import type { Now } from "~/app/domain/assembly/member-now";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDay, formatDayTime, formatTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import { expectedPath } from "./expected-path";
import type { Home } from "./route.server";

const decoration = Array.from({ length: 60 }, () => "here" as const);

/** The teal card: what is happening now, and the one way in. */
export function NowCard({ home, now, nowMs }: { readonly home: Home; readonly now: Now; readonly nowMs: number }) {
  const t = useT("home");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const { title, text, actions } = useWords(home, now);
  return (
    <section className="now-card stack-4 lg:col-span-full" aria-labelledby="now">
      <p>
        <strong>{t("now.label")}</strong> · {formatDay({ atMs: nowMs, timeZone, locale })}
      </p>
      <h1 id="now">{title}</h1>
      {text && <p>{text}</p>}
      {actions && <div className="row">{actions}</div>}
      <div
        className="decoration pointer-events-none absolute -right-10 -bottom-5 hidden w-80 opacity-22 min-[50rem]:block"
        aria-hidden="true"
      >
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
function useWords({ sessions, votes, device, name, expected }: Home, now: Now): Said {
  const t = useT("home");
  const locale = useLocale();
  const path = useLocalePath();
  const { id, slug, timeZone } = useAssembly();
  const to = (rest: string) => path(`/assembly/${id}/${rest}`);
  const check = device ? t(`device.${device.readiness}`) : t("device.none");
  const again = (
    <ButtonLink to={to("device-check")} tone="quiet">
      {device ? t("device.again") : t("device.make")}
    </ButtonLink>
  );
  const enter = (sessionId: string) => (
    <>
      <WayIn to={to(`hall/${sessionId}`)} label={t("now.enter")} />
      {again}
    </>
  );
  const aboutVote = useAboutVote();
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
    case "vote":
      return {
        title: t(now.voted ? "now.voted" : "now.vote"),
        text: aboutVote(votes.find((other) => other.id === now.voteId)),
        actions: now.voted ? (
          <WayIn to={to(`vote/${now.voteId}`)} label={t("now.seeVote")} tone="plain" />
        ) : (
          <WayIn to={to(`vote/${now.voteId}`)} label={t("now.goVote")} />
        ),
      };
    case "to-do":
      return {
        title: t("now.toDo", { count: now.count }),
        text: t("now.toDoText"),
        actions: first && <WayIn to={to(expectedPath(first))} label={t("now.start")} />,
      };
    case "published":
      return {
        title: t("now.published"),
        text: t("now.publishedText"),
        actions: <WayIn to={path(`/site/${slug}`)} label={t("now.goSite")} />,
      };
    case "results":
      return {
        title: t("now.results"),
        text: t("now.resultsText"),
        actions: <WayIn to={to(`vote/${now.voteId}`)} label={t("now.goResults")} />,
      };
    case "nothing":
      return { title: t("now.nothing", { name: firstName(name) }), text: t("now.nothingText") };
  }
}

/** What an open vote is called, and until when one may change one's mind. */
function useAboutVote(): (vote: Home["votes"][number] | undefined) => string {
  const t = useT("home");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  return (vote) => {
    if (!vote) return "";
    const title = inLocale(vote.title, locale);
    if (vote.closesAtMs === null) return title;
    return `${title}. ${t("now.voteUntil", { when: formatDayTime({ atMs: vote.closesAtMs, timeZone, locale }) })}`;
  };
}

interface WayInProps {
  readonly to: string;
  readonly label: string;
  readonly tone?: "now" | "plain";
}

/** The one big button of the card. */
function WayIn({ to, label, tone = "now" }: WayInProps) {
  return (
    <ButtonLink to={to} tone={tone} big>
      {label}
    </ButtonLink>
  );
}

function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}
