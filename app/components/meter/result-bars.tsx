import { useLocale } from "~/app/hooks/use-locale";
import { formatPercent } from "~/app/i18n/format-number";
import type { MeterTone } from "./meter";

export interface ResultBarsProps {
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly tone: MeterTone;
    readonly share?: boolean;
  }[];
  /** What 100 % is, in voices. */
  readonly max: number;
  /** Where the mark stands on the first row, in [0, 1]. */
  readonly thresholdShare?: number;
  readonly thresholdLabel?: string;
}

const percent = (part: number): string => `${(100 * Math.min(1, Math.max(0, part))).toFixed(2)}%`;

/**
 * The result of a question: a bar, a number and a share per answer, and the threshold. A list for readers. One grid for all rows, so that
 * bars begin on one line and can be compared; on a phone a bar has the whole width.
 */
export function ResultBars({ rows, max, thresholdShare, thresholdLabel }: ResultBarsProps) {
  const locale = useLocale();
  const shareOf = (value: number): number => (max > 0 ? value / max : 0);
  return (
    <div className="stack-2">
      <ul className="grid max-w-none grid-cols-[auto_1fr_auto] gap-x-[0.8rem] max-sm:grid-cols-[1fr_auto]">
        {rows.map(({ label, value, tone, share = true }, at) => (
          <li
            key={label}
            className="col-span-full grid grid-cols-subgrid items-center py-[0.35rem] max-sm:gap-y-[0.3rem]"
          >
            <span>{label}</span>
            <span className="bar h-5 max-sm:col-span-full max-sm:row-start-2" aria-hidden="true">
              <i className={tone} style={{ width: percent(shareOf(value)) }} />
              {at === 0 && thresholdShare !== undefined && <u style={{ insetInlineStart: percent(thresholdShare) }} />}
            </span>
            <span className="tabular-nums">
              {value}
              {share && max > 0 && ` · ${formatPercent(shareOf(value), locale)}`}
            </span>
          </li>
        ))}
      </ul>
      {thresholdLabel && <p className="text-s text-soft">{thresholdLabel}</p>}
    </div>
  );
}
