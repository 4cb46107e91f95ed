import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";
import { WaysToDraw } from "./ways-to-draw";

export interface DrawCardProps {
  readonly page: { readonly seats: number; readonly households: boolean };
}

/** The one button of the draw; how chances are shared stands behind it, for those who want another way. */
export function DrawCard({ page: { seats, households } }: DrawCardProps) {
  const t = useT("draw");
  return (
    <Card title={t("ready")}>
      <p>
        {t("readyText")} {households && t("households")}
      </p>
      <p className="small soft">{t("recorded")}</p>
      <CommandForm intent="draw">
        <WaysToDraw />
        <SubmitButton big>{t("button", { seats })}</SubmitButton>
      </CommandForm>
    </Card>
  );
}
