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

/** Upright on a phone, side by side where there is room. */
const STEP = "grid grid-cols-[0.5rem_1fr] gap-3 lg:block";

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
          <span key={`${step.label}-${step.state}`} className="block h-2 overflow-hidden rounded-[9px] bg-seat-empty">
            <i className="block h-full w-(--share) bg-accent" style={filled(step)} />
          </span>
        ))}
      </div>
    );
  }
  return (
    <ol className="grid max-w-none gap-3 lg:auto-cols-[minmax(0,1fr)] lg:grid-flow-col lg:gap-1" aria-label={label}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is what identifies a step, a kind may come back
        <li key={at} className={STEP} aria-current={step.state === "current" ? "step" : undefined}>
          <span
            className="block overflow-hidden rounded-[9px] bg-seat-empty lg:h-[0.4rem] lg:rounded-none"
            aria-hidden="true"
          >
            <i className="block h-(--share) bg-accent lg:h-full lg:w-(--share)" style={filled(step)} />
          </span>
          <span className="lg:block lg:pt-[0.6rem] lg:pe-2">
            <strong>{step.label}</strong>
            <span className="sr-only"> ({tPhases(`state.${step.state}`)})</span>
            {step.note && <span className="text-soft text-s block">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
