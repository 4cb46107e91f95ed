import type { InputHTMLAttributes } from "react";
import { type FieldProps, FieldShell } from "./field-shell";

export interface TextFieldProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "url" | "search";
  readonly autoComplete?: string;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly maxLength?: number;
  readonly lang?: string;
  readonly placeholder?: string;
  readonly narrow?: boolean;
}

export function TextField({
  name,
  label,
  hint,
  required,
  optional,
  defaultValue,
  narrow,
  type = "text",
  ...rest
}: TextFieldProps) {
  const shell = { name, label, hint, ...(required && { required }), ...(optional && { optional }) };
  return (
    <FieldShell {...shell}>
      {(attributes, typed) => (
        <input
          {...attributes}
          {...rest}
          type={type}
          className={narrow ? "field w-36" : "field"}
          defaultValue={typed ? (typed[0] ?? "") : defaultValue}
        />
      )}
    </FieldShell>
  );
}
