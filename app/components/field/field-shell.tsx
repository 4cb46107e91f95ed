import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "~/app/i18n/use-t";
import { type FieldState, useFieldState } from "../form/form-context";
import { RefusalText } from "../form/refusal-text";

/** What every field takes. */
export interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Tells readers that an answer is needed; the server decides. */
  readonly required?: boolean;
  /** Adds "(optional)" to the label. */
  readonly optional?: boolean;
}

/** The attributes that tie a control to its label, hint and refusals. */
export interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
  readonly "aria-required": boolean | undefined;
}

/** What a field of written text takes, of one line or several. */
export interface WrittenFieldProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly maxLength?: number;
  readonly lang?: string;
  readonly placeholder?: string;
}

export interface FieldParts {
  readonly state: FieldState;
  readonly attributes: ControlAttributes;
  readonly hintId: string;
  readonly errorId: string;
}

export function useFieldParts({ name, hint, required }: Pick<FieldProps, "name" | "hint" | "required">): FieldParts {
  const state = useFieldState(name);
  const hintId = `${state.id}-hint`;
  const errorId = `${state.id}-error`;
  const wrong = state.refusals.length > 0;
  const described = [hint ? hintId : "", wrong ? errorId : ""].filter(Boolean).join(" ");
  return {
    state,
    hintId,
    errorId,
    attributes: {
      id: state.id,
      name,
      "aria-describedby": described || undefined,
      "aria-invalid": wrong || undefined,
      "aria-required": required || undefined,
    },
  };
}

export interface FieldShellProps extends FieldProps {
  readonly children: (attributes: ControlAttributes, typed: readonly string[] | undefined) => ReactNode;
}

/** Label, hint, control, refusal: one under the other. */
export function FieldShell({ label, optional, children, ...field }: FieldShellProps) {
  const { hint } = field;
  const { state, attributes, hintId } = useFieldParts(field);
  return (
    <div className="field-shell">
      <label htmlFor={state.id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && (
        <div className="text-s text-soft" id={hintId}>
          {hint}
        </div>
      )}
      <FieldRefusals state={state} />
      {children(attributes, state.typed)}
    </div>
  );
}

/** What a control shows first: what was typed into it, where a form comes back, else what is saved. */
export function startOf<Saved>(typed: readonly string[] | undefined, saved: Saved): string | Saved {
  return typed ? (typed[0] ?? "") : saved;
}

export function Optional() {
  const t = useT("frame");
  return <span className="font-normal text-soft"> ({t("form.optional")})</span>;
}

/** The refusals of one field, next to it. */
export function FieldRefusals({ state }: { readonly state: FieldState }) {
  if (state.refusals.length === 0) return null;
  return (
    <div id={`${state.id}-error`}>
      {state.refusals.map((refusal) => (
        <p key={`${refusal.code}:${JSON.stringify(refusal.data ?? {})}`} className="field-error">
          <CircleAlert aria-hidden="true" />
          <span>
            <RefusalText refusal={refusal} />
          </span>
        </p>
      ))}
    </div>
  );
}
