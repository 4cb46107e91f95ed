import { type FieldProps, FieldShell, startOf } from "./field-shell";

export interface NumberFieldProps extends FieldProps {
  readonly defaultValue?: number | string | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Stands after the field: "min", "%". */
  readonly unit?: string;
}

export function NumberField({ defaultValue, min, max, step = 1, unit, ...field }: NumberFieldProps) {
  return (
    <FieldShell {...field}>
      {(attributes, typed) => (
        <div className="row">
          <input
            {...attributes}
            type="number"
            min={min}
            max={max}
            step={step}
            inputMode={Number.isInteger(step) ? "numeric" : "decimal"}
            className="field w-36 tabular-nums"
            defaultValue={startOf(typed, defaultValue)}
          />
          {unit && <span className="text-soft">{unit}</span>}
        </div>
      )}
    </FieldShell>
  );
}
