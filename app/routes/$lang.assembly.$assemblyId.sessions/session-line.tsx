import type { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

type ListedSession = ReturnType<typeof useLoaderData<typeof loader>>["sessions"][number];

const tones = { running: "now", planned: "wash", closed: "plain" } as const;

/** One session: when, where, how it stands, and the way in. */
export function SessionLine({ session }: { readonly session: ListedSession }) {
  const t = useT("live");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const { title, startsAtMs, endsAtMs, place, address, state, points } = session;
  const name = inLocale(title, locale);
  return (
    <li className="card row justify-between">
      <div className="stack-2">
        <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
        <h2>{name}</h2>
        <p>
          <When at={startsAtMs} timeZone={timeZone} as="day-time" /> –{" "}
          <When at={endsAtMs} timeZone={timeZone} as="time" />
        </p>
        <p className="text-soft">
          {t(`place.${place}`)}
          {place !== "online" && address && ` · ${address}`} · {t("sessions.points", { count: points })}
        </p>
      </div>
      <WaysIn session={session} name={name} />
    </li>
  );
}

function WaysIn({ session, name }: { readonly session: ListedSession; readonly name: string }) {
  const t = useT("live");
  const group = useT("group");
  const path = useLocalePath();
  const may = useMay();
  const { id: assemblyId } = useAssembly();
  const base = `/assembly/${assemblyId}`;
  const running = session.state === "running";
  const runs = may("session.run") || may("session.place");
  const readsNotes =
    session.state === "closed" ? may("note.read-later") : session.state === "running" && may("note.read");
  const notes = readsNotes && (
    <ButtonLink to={path(`${base}/session/${session.id}/notes`)}>
      {group("tables.open")} <span className="sr-only">({name})</span>
    </ButtonLink>
  );
  if (!may("session.attend")) return notes || <p className="text-soft text-s max-w-measure">{t("sessions.notOpen")}</p>;
  return (
    <div className="row">
      {notes}
      <ButtonLink to={path(`${base}/hall/${session.id}`)} tone={running ? "now" : "plain"} big={running}>
        {session.state === "closed" ? t("sessions.see") : t("toHall")} <span className="sr-only">({name})</span>
      </ButtonLink>
      {runs && (
        <ButtonLink to={path(`${base}/session/${session.id}`)} tone={running ? "main" : "plain"}>
          {t("sessions.console")} <span className="sr-only">({name})</span>
        </ButtonLink>
      )}
    </div>
  );
}
