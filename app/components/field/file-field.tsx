import { type FieldProps, FieldShell } from "./field-shell";

export interface FileFieldProps extends FieldProps {
  readonly accept?: string;
}

/** A file; the form around it needs `encType="multipart/form-data"`. A browser never keeps a chosen file after an answer. */
export function FileField({ name, label, hint, required, optional, accept }: FileFieldProps) {
  const shell = { name, label, hint, ...(required && { required }), ...(optional && { optional }) };
  return (
    <FieldShell {...shell}>
      {(attributes) => <input {...attributes} type="file" accept={accept} className="field" />}
    </FieldShell>
  );
}
