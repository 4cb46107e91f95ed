export interface ProgressLineProps {
  readonly label: string;
  /** Left out: something is under way, and nobody can tell how much is left. */
  readonly value?: number;
  readonly max?: number;
}

export function ProgressLine({ label, value, max = 100 }: ProgressLineProps) {
  const known = value !== undefined && max > 0;
  return (
    <div className="grid gap-1" role="status">
      <div className="row justify-between">
        <span>{label}</span>
        {known && <span className="tabular-nums">{Math.floor((100 * value) / max)} %</span>}
      </div>
      <progress className="progress-line" aria-label={label} {...(known ? { value, max } : {})} />
    </div>
  );
}
