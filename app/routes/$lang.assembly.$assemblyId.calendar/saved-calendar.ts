import type { SavedField } from "~/app/components/form/two-versions";
import { agendaModes, places } from "~/app/domain/assembly/session-plan";
import { fromLocalDateTime, toLocalDateTime } from "~/app/domain/kernel/local-date-time";
import type { Localised } from "~/app/domain/kernel/locale";
import { oneOf } from "~/app/domain/kernel/one-of";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatDate, formatDateTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import type { CalendarPhase, CalendarSession } from "./route.server";

type SessionFields = Pick<CalendarSession, "title" | "startsAtMs" | "endsAtMs" | "place" | "address">;
type ItemFields = Pick<CalendarSession["agenda"][number], "title" | "mode" | "minutes" | "prompt">;

interface Moment {
  readonly name: string;
  readonly label: string;
  readonly atMs: number;
  readonly dateOnly?: boolean;
}

/** What the calendar holds now, under the names of the fields of its forms. */
export function useSavedCalendar() {
  const t = useT("calendar");
  const tPhases = useT("phases");
  const frame = useT("frame");
  const locale = useLocale();
  const { timeZone, languages } = useAssembly();
  const localised = (name: string, label: string, texts: Localised): SavedField[] =>
    languages.map((language) => ({
      name: `${name}.${language}`,
      label: languages.length > 1 ? `${label} (${frame(`language.${language}`)})` : label,
      saved: texts[language] ?? "",
    }));
  const moment = ({ name, label, atMs, dateOnly = false }: Moment): SavedField => ({
    name,
    label,
    saved: toLocalDateTime(atMs, timeZone).slice(0, dateOnly ? 10 : 16),
    show: (typed) => {
      const at = fromLocalDateTime(dateOnly ? `${typed.slice(0, 10)}T12:00` : typed, timeZone);
      if (at === undefined) return typed;
      return (dateOnly ? formatDate : formatDateTime)({ atMs: at, locale, timeZone });
    },
  });
  return {
    session: ({ title, startsAtMs, endsAtMs, place, address }: SessionFields): SavedField[] => [
      ...localised("title", t("sessions.name"), title),
      moment({ name: "startsAt", label: t("sessions.startsAt"), atMs: startsAtMs }),
      moment({ name: "endsAt", label: t("sessions.endsAt"), atMs: endsAtMs }),
      {
        name: "place",
        label: t("place.label"),
        saved: place,
        show: (value) => {
          const chosen = oneOf(places, value);
          return chosen ? t(`place.${chosen}`) : value;
        },
      },
      { name: "address", label: t("place.address"), saved: address },
    ],
    item: ({ title, mode, minutes, prompt }: ItemFields): SavedField[] => [
      ...localised("title", t("agenda.name"), title),
      {
        name: "mode",
        label: t("mode.label"),
        saved: mode,
        show: (value) => {
          const chosen = oneOf(agendaModes, value);
          return chosen ? t(`mode.${chosen}`) : value;
        },
      },
      { name: "minutes", label: t("agenda.duration"), saved: String(minutes) },
      ...localised("prompt", t("agenda.prompt"), prompt),
    ],
    dates: (phases: readonly CalendarPhase[]): SavedField[] =>
      phases.flatMap(({ id, kind, startsAtMs, endsAtMs }) => [
        moment({
          name: `from.${id}`,
          label: `${tPhases(kind)}, ${t("itinerary.from")}`,
          atMs: startsAtMs,
          dateOnly: true,
        }),
        moment({ name: `to.${id}`, label: `${tPhases(kind)}, ${t("itinerary.to")}`, atMs: endsAtMs, dateOnly: true }),
      ]),
  };
}
