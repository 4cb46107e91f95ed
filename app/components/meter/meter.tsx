export type MeterTone = "accent" | "now" | "for" | "against" | "blank";

export interface MeterProps {
  readonly value: number;
  readonly max: number;
  readonly label: string;
  /** What is read and shown beside the bar; else "value / max". */
  readonly valueText?: string;
  readonly tone?: MeterTone;
  /** A threshold, in the unit of `value`. */
  readonly mark?: number;
  readonly hideLabel?: boolean;
}

function share(value: number, max: number): string {
  return `${max > 0 ? Math.min(100, Math.max(0, (100 * value) / max)).toFixed(2) : 0}%`;
}

export function Meter({ value, max, label, valueText, tone = "accent", mark, hideLabel = false }: MeterProps) {
  const text = valueText ?? `${value} / ${max}`;
  return (
    <div className="grid gap-1">
      {!hideLabel && (
        <div className="row justify-between" aria-hidden="true">
          <span>{label}</span>
          <span className="tabular-nums">{text}</span>
        </div>
      )}
      <meter className="sr-only" aria-label={label} min={0} max={Math.max(max, 1)} value={value} aria-valuetext={text}>
        {text}
      </meter>
      <div className="bar" aria-hidden="true">
        <i className={tone} style={{ width: share(value, max) }} />
        {mark !== undefined && <u style={{ insetInlineStart: share(mark, max) }} />}
      </div>
    </div>
  );
}
