import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";
import { WaysToDraw } from "./ways-to-draw";

export interface DrawCardProps {
  readonly page: { readonly seats: number; readonly households: boolean };
  /** What is kept of a draw that was stopped: this one would begin anew. */
  readonly kept: { readonly proven: { readonly leftOut: number } | null } | null;
}

/** The one button of the draw; how chances are shared stands behind it, for those who want another way. */
export function DrawCard({ page: { seats, households }, kept }: DrawCardProps) {
  const t = useT("draw");
  const isAgain = kept !== null;
  const isSecond = kept?.proven?.leftOut === 0;
  return (
    <Card title={t(isAgain ? "kept.again" : "ready")}>
      {isAgain && <p>{t("kept.againText")}</p>}
      <p>
        {t("readyText")} {households && t("households")}
      </p>
      <p className="text-s text-soft">{t("recorded")}</p>
      <CommandForm intent="draw">
        <WaysToDraw />
        <SubmitButton tone={isSecond ? "plain" : "main"} big={!isAgain}>
          {t("button", { seats })}
        </SubmitButton>
      </CommandForm>
    </Card>
  );
}
