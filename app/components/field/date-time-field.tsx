import { placeOfZone } from "~/app/i18n/format-date";
import { toLocalDateTime } from "~/app/i18n/local-date-time";
import { useT } from "~/app/i18n/use-t";
import { type FieldProps, FieldShell } from "./field-shell";

export interface DateTimeFieldProps extends FieldProps {
  readonly defaultAtMs?: number | undefined;
  /** The zone of the assembly, in which the field is read. */
  readonly timeZone: string;
  readonly dateOnly?: boolean;
}

/** A day, or a day and an hour, in the zone of the assembly. It posts local text: read it with `fromLocalDateTime`. */
export function DateTimeField({
  name,
  label,
  hint,
  required,
  optional,
  defaultAtMs,
  timeZone,
  dateOnly = false,
}: DateTimeFieldProps) {
  const t = useT("frame");
  const shell = { name, label, hint, ...(required && { required }), ...(optional && { optional }) };
  const local = defaultAtMs === undefined ? "" : toLocalDateTime(defaultAtMs, timeZone);
  return (
    <FieldShell {...shell}>
      {(attributes, typed) => (
        <div className="row">
          <input
            {...attributes}
            type={dateOnly ? "date" : "datetime-local"}
            className="field w-auto"
            defaultValue={typed ? (typed[0] ?? "") : dateOnly ? local.slice(0, 10) : local}
          />
          {!dateOnly && <span className="text-soft text-s">{t("form.timeIn", { place: placeOfZone(timeZone) })}</span>}
        </div>
      )}
    </FieldShell>
  );
}
