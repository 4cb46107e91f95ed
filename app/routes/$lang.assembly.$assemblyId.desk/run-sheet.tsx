import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { Desk } from "./route.server";

interface RunSheetProps {
  readonly session: NonNullable<Desk["session"]>;
  readonly isToday: boolean;
  readonly mayRun: boolean;
}

/** The session of today, or the next one, minute by minute. */
export function RunSheet({ session, isToday, mayRun }: RunSheetProps) {
  const t = useT("desk");
  const tCalendar = useT("calendar");
  const locale = useLocale();
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const title = inLocale(session.title, locale);
  let at = session.startsAtMs;
  const rows = session.agenda.map((item) => {
    const starts = at;
    at += item.minutes * 60_000;
    return { ...item, starts };
  });
  return (
    <Card
      title={t(isToday ? "run.today" : "run.next", { title })}
      actions={
        mayRun && <ButtonLink to={path(`/assembly/${id}/calendar?session=${session.id}`)}>{t("run.edit")}</ButtonLink>
      }
    >
      <p className="text-soft">
        <When at={session.startsAtMs} timeZone={timeZone} as="day-time" /> · {tCalendar(`place.${session.place}`)}
        {session.address && ` · ${session.address}`}
      </p>
      {rows.length === 0 ? (
        <p className="text-soft">{t("run.empty")}</p>
      ) : (
        <ol className="max-w-none">
          {rows.map((item) => (
            <li key={item.id} className="agenda-row">
              <span className="min-w-18 tabular-nums">
                <When at={item.starts} timeZone={timeZone} as="time" />
              </span>
              <span className="min-w-0 flex-1 basis-48 max-sm:basis-[calc(100%-6rem)]">
                {inLocale(item.title, locale)}
              </span>
              <span className="text-soft text-s">
                {item.mode === "groups" ? <Tag>{tCalendar("mode.groups")}</Tag> : tCalendar(`mode.${item.mode}`)} ·{" "}
                {tCalendar("agenda.minutes", { count: item.minutes })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
