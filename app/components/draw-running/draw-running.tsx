import { type DrawStep, drawSteps } from "~/app/domain/sortition/draw-control";
import { useChances } from "~/app/hooks/use-chances";
import { useT } from "~/app/i18n/use-t";
import { Card } from "../card/card";
import { CommandForm } from "../form/command-form";
import { SubmitButton } from "../form/submit-button";
import { ProgressLine } from "../meter/progress-line";

export interface DrawRunningProps {
  readonly running: {
    readonly id: string;
    readonly kind: "first" | "again" | "replacement" | "alternates";
    readonly progress: Readonly<Record<string, string | number>> | null;
    readonly stopAsked: boolean;
  };
  readonly mayStop: boolean;
  /** Where a stop is posted, when not to the page itself, and which page comes back. */
  readonly action?: string;
  readonly back?: "invitations";
}

const titles = {
  first: "running.title",
  again: "running.title",
  replacement: "running.replacements",
  alternates: "running.alternates",
} as const;

/** How far a draw is, in plain words, and a way to stop it. The page asks again by itself; without JavaScript it reloads. */
export function DrawRunning({ running, mayStop, action, back }: DrawRunningProps) {
  const t = useT("draw");
  const chances = useChances();
  const { id, kind, progress, stopAsked } = running;
  const step = drawSteps.find((known) => known === progress?.step) ?? ("check" satisfies DrawStep);
  const { done, of, bound, gap } = progress ?? {};
  const known = typeof done === "number" && typeof of === "number" && of > 0;
  return (
    <Card title={t(titles[kind])}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <div aria-live="polite">
        <ProgressLine label={t(`running.steps.${step}`)} {...(known && { value: Math.min(done, of), max: of })} />
      </div>
      {typeof bound === "number" && bound > 0 && (
        <p>
          {t("running.bound", { chances: chances(bound) })}{" "}
          {typeof gap === "number" && gap > 0 && t("running.gap", { chances: chances(gap) })}
        </p>
      )}
      <p className="text-soft">{t("running.text")}</p>
      {stopAsked && <p role="status">{t("running.stopping")}</p>}
      {mayStop && !stopAsked && <p className="text-soft">{t("running.stopText")}</p>}
      {mayStop && !stopAsked && (
        <CommandForm
          intent="stop"
          hidden={{ runId: id, ...(back && { back }) }}
          {...(action !== undefined && { action })}
        >
          <SubmitButton tone="plain">{t("running.stop")}</SubmitButton>
        </CommandForm>
      )}
    </Card>
  );
}
