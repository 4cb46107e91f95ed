import { toLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { placeOfZone } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import { type FieldProps, FieldShell, startOf } from "./field-shell";

export interface DateTimeFieldProps extends FieldProps {
  readonly defaultAtMs?: number | undefined;
  /** The zone of the assembly, in which the field is read. */
  readonly timeZone: string;
  readonly dateOnly?: boolean;
}

/** A day, or a day and an hour, in the zone of the assembly. It posts local text: read it with `fromLocalDateTime`. */
export function DateTimeField({ defaultAtMs, timeZone, dateOnly = false, ...field }: DateTimeFieldProps) {
  const t = useT("frame");
  const local = defaultAtMs === undefined ? "" : toLocalDateTime(defaultAtMs, timeZone);
  return (
    <FieldShell {...field}>
      {(attributes, typed) => (
        <div className="row">
          <input
            {...attributes}
            type={dateOnly ? "date" : "datetime-local"}
            className="field w-auto"
            defaultValue={startOf(typed, dateOnly ? local.slice(0, 10) : local)}
          />
          {!dateOnly && <span className="text-soft text-s">{t("form.timeIn", { place: placeOfZone(timeZone) })}</span>}
        </div>
      )}
    </FieldShell>
  );
}
