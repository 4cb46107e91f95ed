import { FieldShell, startOf, type WrittenFieldProps } from "./field-shell";

export interface TextAreaFieldProps extends WrittenFieldProps {
  readonly rows?: number;
}

export function TextAreaField({ defaultValue, rows = 4, maxLength, lang, placeholder, ...field }: TextAreaFieldProps) {
  return (
    <FieldShell {...field}>
      {(attributes, typed) => (
        <textarea
          {...attributes}
          rows={rows}
          maxLength={maxLength}
          lang={lang}
          placeholder={placeholder}
          className="field"
          defaultValue={startOf(typed, defaultValue)}
        />
      )}
    </FieldShell>
  );
}
