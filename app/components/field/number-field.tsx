import { type FieldProps, FieldShell } from "./field-shell";

export interface NumberFieldProps extends FieldProps {
  readonly defaultValue?: number | string | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Stands after the field: "min", "%". */
  readonly unit?: string;
}

export function NumberField({
  name,
  label,
  hint,
  required,
  optional,
  defaultValue,
  unit,
  step = 1,
  ...bounds
}: NumberFieldProps) {
  const shell = { name, label, hint, ...(required && { required }), ...(optional && { optional }) };
  return (
    <FieldShell {...shell}>
      {(attributes, typed) => (
        <div className="row">
          <input
            {...attributes}
            {...bounds}
            type="number"
            step={step}
            inputMode={Number.isInteger(step) ? "numeric" : "decimal"}
            className="field w-36 tabular-nums"
            defaultValue={typed ? (typed[0] ?? "") : defaultValue}
          />
          {unit && <span className="text-soft">{unit}</span>}
        </div>
      )}
    </FieldShell>
  );
}
