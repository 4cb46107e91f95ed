import { useT } from "~/app/i18n/use-t";
import { type FieldProps, FieldShell } from "./field-shell";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[];
  readonly defaultValue?: string | undefined;
  /** The empty choice; without a default value there is always one. */
  readonly placeholder?: string;
}

export function SelectField({
  name,
  label,
  hint,
  required,
  optional,
  options,
  defaultValue,
  placeholder,
}: SelectFieldProps) {
  const t = useT("frame");
  const shell = { name, label, hint, ...(required && { required }), ...(optional && { optional }) };
  const empty = placeholder ?? (defaultValue === undefined || optional ? t("form.choose") : undefined);
  return (
    <FieldShell {...shell}>
      {(attributes, typed) => (
        <select {...attributes} className="field" defaultValue={typed ? (typed[0] ?? "") : (defaultValue ?? "")}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldShell>
  );
}
