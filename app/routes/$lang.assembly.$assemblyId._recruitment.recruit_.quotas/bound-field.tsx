import { FieldRefusals, useFieldParts } from "~/app/components/field/field-shell";

export interface BoundFieldProps {
  readonly name: string;
  readonly label: string;
  readonly start: string | number | undefined;
}

/** A small figure in a table; its label is read, not shown: the head of the column says it. */
export function BoundField({ name, label, start }: BoundFieldProps) {
  const { state, attributes } = useFieldParts({ name });
  return (
    <>
      <input
        {...attributes}
        className="field bound"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        defaultValue={state.typed ? (state.typed[0] ?? "") : (start ?? "")}
      />
      <FieldRefusals state={state} />
    </>
  );
}
