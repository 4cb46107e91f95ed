import { type FieldProps, FieldShell } from "./field-shell";

export interface FileFieldProps extends FieldProps {
  readonly accept?: string;
}

/** A file; the form around it needs `encType="multipart/form-data"`. A browser never keeps a chosen file after an answer. */
export function FileField({ accept, ...field }: FileFieldProps) {
  return (
    <FieldShell {...field}>
      {(attributes) => <input {...attributes} type="file" accept={accept} className="field" />}
    </FieldShell>
  );
}
