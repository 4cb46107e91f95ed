import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useLocale } from "~/app/hooks/use-locale";
import { useSite } from "~/app/hooks/use-site";
import { formatDayRange } from "~/app/i18n/format-day-range";
import { useT } from "~/app/i18n/use-t";

/** The phases with their days, and the sessions. */
export function SiteCalendar() {
  const t = useT("site");
  return (
    <section className="stack-4" aria-labelledby="calendar">
      <h2 id="calendar">{t("home.calendar")}</h2>
      <div className="grid-12">
        <div className="xl:col-span-6">
          <Phases />
        </div>
        <div className="xl:col-span-6 stack-2">
          <h3>{t("home.sessions")}</h3>
          <Sessions />
        </div>
      </div>
    </section>
  );
}

function Phases() {
  const t = useT("site");
  const names = useT("phases");
  const locale = useLocale();
  const { phases, timeZone } = useSite();
  const furthest = phases.findLastIndex(({ open }) => open);
  return (
    <ol className="max-w-none">
      {phases.map(({ id, kind, startsAtMs, endsAtMs, open }, at) => (
        <li key={id} className={`phase-row ${open ? "current" : at < furthest ? "past" : ""}`}>
          <span className="dot" aria-hidden="true" />
          <span className="min-w-0 flex-1 basis-48">
            <span className="row">
              <strong>{names(kind)}</strong> {open && <Tag>{t("home.now")}</Tag>}
            </span>
            <span className="text-soft text-s block">
              {formatDayRange({ fromMs: startsAtMs, toMs: endsAtMs, timeZone, locale })}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Sessions() {
  const t = useT("site");
  const { sessions, timeZone } = useSite();
  if (sessions.length === 0) return <p className="text-soft">{t("home.noSession")}</p>;
  return (
    <ul className="max-w-none">
      {sessions.map(({ id, title, startsAtMs, place }) => (
        <li key={id} className="border-t border-line py-3">
          <strong>{title}</strong>{" "}
          <span className="text-soft text-s block">
            <When at={startsAtMs} timeZone={timeZone} as="day-time" /> · {t(`home.place.${place}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
