import { useLocale } from "~/app/hooks/use-locale";
import { formatDate, formatDateTime, formatDay, formatDayTime, formatTime } from "~/app/i18n/format-date";

const formats = {
  date: formatDate,
  time: formatTime,
  "date-time": formatDateTime,
  day: formatDay,
  "day-time": formatDayTime,
} as const;

export interface WhenProps {
  /** Milliseconds, ISO text or Date. */
  readonly at: number | string | Date;
  /** The zone of the assembly, not of the device: everybody reads the same hour. */
  readonly timeZone: string;
  readonly as?: keyof typeof formats;
}

/** A moment as it is said in the language of the page. */
export function When({ at, timeZone, as = "date-time" }: WhenProps) {
  const locale = useLocale();
  const instant = new Date(at);
  return (
    <time dateTime={instant.toISOString()} className="tabular-nums" suppressHydrationWarning>
      {formats[as]({ atMs: instant.getTime(), timeZone, locale })}
    </time>
  );
}
