import { useT } from "~/app/i18n/use-t";
import { type FieldProps, FieldShell, startOf } from "./field-shell";

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

export function SelectField({ options, defaultValue, placeholder, ...field }: SelectFieldProps) {
  const t = useT("frame");
  const empty = placeholder ?? (defaultValue === undefined || field.optional ? t("form.choose") : undefined);
  return (
    <FieldShell {...field}>
      {(attributes, typed) => (
        <select {...attributes} className="field" defaultValue={startOf(typed, defaultValue ?? "")}>
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
