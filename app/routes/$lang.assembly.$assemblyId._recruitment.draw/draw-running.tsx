import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { ProgressLine } from "~/app/components/meter/progress-line";
import { type DrawStep, drawSteps } from "~/app/domain/sortition/draw-control";
import { useT } from "~/app/i18n/use-t";

export interface DrawRunningProps {
  readonly running: {
    readonly id: string;
    readonly progress: Readonly<Record<string, string | number>> | null;
    readonly stopAsked: boolean;
  };
  readonly mayStop: boolean;
}

/** How far the draw is, and a way to stop it. The page asks again by itself; without JavaScript it reloads. */
export function DrawRunning({ running: { id, progress, stopAsked }, mayStop }: DrawRunningProps) {
  const t = useT("draw");
  const step = drawSteps.find((known) => known === progress?.step) ?? ("check" satisfies DrawStep);
  const [done, of] = [progress?.done, progress?.of];
  const known = typeof done === "number" && typeof of === "number" && of > 0;
  return (
    <Card title={t("running.title")}>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p aria-live="polite">{t(`running.steps.${step}`)}</p>
      <ProgressLine label={t("running.title")} {...(known && { value: done, max: of })} />
      <p className="soft">{t("running.text")}</p>
      {stopAsked && <p>{t("running.stopping")}</p>}
      {mayStop && !stopAsked && (
        <CommandForm intent="stop" hidden={{ runId: id }}>
          <SubmitButton tone="plain">{t("running.stop")}</SubmitButton>
        </CommandForm>
      )}
    </Card>
  );
}
