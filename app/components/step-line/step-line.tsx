import type { CSSProperties, ReactNode } from "react";
import { useT } from "~/app/i18n/use-t";

export interface Step {
  readonly label: string;
  readonly note?: ReactNode;
  readonly state: "past" | "current" | "coming";
  /** How much of the current step is over, in [0, 1]. */
  readonly share?: number;
}

export interface StepLineProps {
  readonly label: string;
  readonly steps: readonly Step[];
  /** Segments and one sentence, for a member's home. */
  readonly compact?: boolean;
}

/** How much of a step's line is filled, for the style sheet. */
function filled({ state, share = 0.4 }: Step): CSSProperties {
  const part = state === "past" ? 1 : state === "coming" ? 0 : Math.min(1, Math.max(0.06, share));
  return { "--share": `${Math.round(100 * part)}%` } as CSSProperties;
}

/** The phases of an assembly in order: what is over, what is now, what comes. */
export function StepLine({ label, steps, compact = false }: StepLineProps) {
  const t = useT("frame");
  const tPhases = useT("phases");
  if (compact) {
    const at = steps.findIndex(({ state }) => state === "current");
    const current = steps[at];
    const position = current
      ? t("steps.position", { current: at + 1, total: steps.length, label: current.label })
      : label;
    return (
      <div className="grid auto-cols-fr grid-flow-col gap-[0.35rem]" role="img" aria-label={position}>
        {steps.map((step) => (
          <span key={`${step.label}-${step.state}`} className="segment">
            <i style={filled(step)} />
          </span>
        ))}
      </div>
    );
  }
  return (
    <ol className="max-w-none step-line" aria-label={label}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is what identifies a step, a kind may come back
        <li key={at} aria-current={step.state === "current" ? "step" : undefined}>
          <span className="segment" aria-hidden="true">
            <i style={filled(step)} />
          </span>
          <span className="words">
            <strong>{step.label}</strong>
            <span className="sr-only"> ({tPhases(`state.${step.state}`)})</span>
            {step.note && <span className="text-soft text-s block">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
