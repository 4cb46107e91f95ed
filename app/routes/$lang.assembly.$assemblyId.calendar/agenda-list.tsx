import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { CalendarSession } from "./route.server";

/** When each item of an agenda begins, if all of them keep their time (UTC ms, in the order of the agenda). */
export function startsOf({ startsAtMs, agenda }: Pick<CalendarSession, "startsAtMs" | "agenda">): number[] {
  let at = startsAtMs;
  return agenda.map(({ minutes }) => {
    const starts = at;
    at += minutes * 60_000;
    return starts;
  });
}

/** What will be done, minute by minute. */
export function AgendaList({ session }: { readonly session: CalendarSession }) {
  const t = useT("calendar");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const starts = startsOf(session);
  return (
    <ol className="max-w-none">
      {session.agenda.map((item, at) => (
        <li key={item.id} className="agenda-row">
          <span className="min-w-18 text-soft tabular-nums">
            <When at={starts[at] ?? session.startsAtMs} timeZone={timeZone} as="time" />
          </span>
          <span className="min-w-0 flex-1 basis-48 max-sm:basis-[calc(100%-6rem)]">
            {inLocale(item.title, locale)}
            {inLocale(item.prompt, locale) && (
              <span className="text-soft text-s block">{inLocale(item.prompt, locale)}</span>
            )}
          </span>
          <span className="text-soft text-s whitespace-nowrap">
            {item.mode === "groups" ? <Tag>{t("mode.groups")}</Tag> : t(`mode.${item.mode}`)} ·{" "}
            {t("agenda.minutes", { count: item.minutes })}
          </span>
        </li>
      ))}
    </ol>
  );
}
