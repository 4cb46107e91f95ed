import { type FieldProps, FieldShell } from "./field-shell";

export interface TextAreaFieldProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly lang?: string;
  readonly placeholder?: string;
}

export function TextAreaField({
  name,
  label,
  hint,
  required,
  optional,
  defaultValue,
  rows = 4,
  ...rest
}: TextAreaFieldProps) {
  const shell = { name, label, hint, ...(required && { required }), ...(optional && { optional }) };
  return (
    <FieldShell {...shell}>
      {(attributes, typed) => (
        <textarea
          {...attributes}
          {...rest}
          rows={rows}
          className="field"
          defaultValue={typed ? (typed[0] ?? "") : defaultValue}
        />
      )}
    </FieldShell>
  );
}
