import type { ReactNode } from "react";
import { type FieldProps, FieldRefusals, Optional, useFieldParts } from "./field-shell";

export interface RadioCardsProps extends FieldProps {
  readonly options: readonly {
    readonly value: string;
    readonly label: ReactNode;
    readonly hint?: ReactNode;
    readonly disabled?: boolean;
  }[];
  readonly defaultValue?: string | undefined;
  /** Side by side where there is room. */
  readonly inline?: boolean;
}

/** One choice among a few, each with room for a sentence. */
export function RadioCards({ label, optional, options, defaultValue, inline, ...field }: RadioCardsProps) {
  const { name, hint } = field;
  const { state, attributes, hintId } = useFieldParts(field);
  const chosen = state.typed ? state.typed[0] : defaultValue;
  return (
    <fieldset className="field-shell" aria-describedby={attributes["aria-describedby"]}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      {hint && (
        <div className="text-s text-soft" id={hintId}>
          {hint}
        </div>
      )}
      <FieldRefusals state={state} />
      <div
        className={
          inline ? "grid grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] gap-3" : "grid max-w-160 gap-3"
        }
      >
        {options.map((option, at) => (
          <label key={option.value} className="choice choice-card">
            <input
              id={at === 0 ? state.id : `${state.id}-${at}`}
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              defaultChecked={chosen === option.value}
            />
            <span>
              {option.label}
              {option.hint && <span className="text-s text-soft block">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
