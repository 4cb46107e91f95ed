import { useEffect, useRef } from "react";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useLocale } from "~/app/hooks/use-locale";
import { useNow } from "~/app/hooks/use-now";
import { formatClock, formatDuration, formatTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";

export interface CountdownProps {
  /** The end, on the server's clock (UTC ms). */
  readonly endsAtMs: number;
  readonly timeZone: string;
  readonly label?: string;
  readonly size?: "m" | "l";
  readonly onEnd?: () => void;
}

const FIGURES = "font-title font-heading tabular-nums";
const sizes = { m: "text-title-s", l: "text-title-m" } as const;

/**
 * The time left, on the server's clock. Readers hear hours and minutes, not the figures of a clock; they hear it unasked at five minutes and
 * at one. Without JavaScript it is the hour of the end.
 */
export function Countdown({ endsAtMs, timeZone, label, size = "m", onEnd }: CountdownProps) {
  const t = useT("frame");
  const locale = useLocale();
  const hydrated = useHydrated();
  const leftMs = endsAtMs - useNow(1000);
  const over = leftMs <= 0;
  useOnce(hydrated && over, onEnd);
  if (!hydrated) {
    return (
      <span className={`${FIGURES} ${sizes[size]}`}>
        {t("timer.until", { time: formatTime({ atMs: endsAtMs, timeZone, locale }) })}
      </span>
    );
  }
  const minutes = Math.ceil(leftMs / 60_000);
  const spoken = over
    ? t("timer.over")
    : minutes === 5 || minutes === 1
      ? t("timer.minutesLeft", { count: minutes })
      : "";
  const inWords = over ? t("timer.over") : `${label ?? t("timer.left")} ${formatDuration(minutes * 60_000, locale)}`;
  return (
    <span className={`${FIGURES} ${sizes[size]}`}>
      <span role="timer" aria-label={inWords} className={over ? "text-danger" : undefined}>
        {formatClock(leftMs)}
      </span>
      <span className="sr-only" role="status">
        {spoken}
      </span>
    </span>
  );
}

function useOnce(now: boolean, call: (() => void) | undefined): void {
  const called = useRef(false);
  useEffect(() => {
    if (now && !called.current) call?.();
    called.current = now;
  }, [now, call]);
}
