import type { InputHTMLAttributes } from "react";
import { FieldShell, startOf, type WrittenFieldProps } from "./field-shell";

export interface TextFieldProps extends WrittenFieldProps {
  readonly type?: "text" | "email" | "tel" | "url" | "search";
  readonly autoComplete?: string;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly narrow?: boolean;
}

export function TextField({ type = "text", autoComplete, inputMode, narrow, ...written }: TextFieldProps) {
  const { defaultValue, maxLength, lang, placeholder, ...field } = written;
  return (
    <FieldShell {...field}>
      {(attributes, typed) => (
        <input
          {...attributes}
          type={type}
          autoComplete={autoComplete}
          inputMode={inputMode}
          maxLength={maxLength}
          lang={lang}
          placeholder={placeholder}
          className={narrow ? "field w-36" : "field"}
          defaultValue={startOf(typed, defaultValue)}
        />
      )}
    </FieldShell>
  );
}
