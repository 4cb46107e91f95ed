import { type FieldProps, FieldRefusals, useFieldParts } from "./field-shell";

export interface CheckboxFieldProps extends Omit<FieldProps, "optional"> {
  readonly defaultChecked?: boolean | undefined;
  readonly value?: string;
}

export function CheckboxField({ label, defaultChecked, value = "on", ...field }: CheckboxFieldProps) {
  const { hint } = field;
  const { state, attributes, errorId } = useFieldParts(field);
  // Several boxes may share a name: each needs its own id, and its own hint.
  const id = value === "on" ? state.id : `${state.id}-${value}`;
  const hintId = `${id}-hint`;
  const described = [hint ? hintId : "", state.refusals.length > 0 ? errorId : ""].filter(Boolean).join(" ");
  return (
    <div className="field-shell">
      <FieldRefusals state={state} />
      <label className="choice" htmlFor={id}>
        <input
          {...attributes}
          id={id}
          aria-describedby={described || undefined}
          type="checkbox"
          value={value}
          defaultChecked={state.typed ? state.typed.includes(value) : defaultChecked}
        />
        <span>
          {label}
          {hint && (
            <span className="text-s text-soft block" id={hintId}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
