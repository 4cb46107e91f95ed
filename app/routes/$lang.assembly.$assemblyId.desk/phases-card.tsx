import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { StepLine } from "~/app/components/step-line/step-line";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDayOfMonth } from "~/app/i18n/format-day-of-month";
import { useT } from "~/app/i18n/use-t";
import type { Desk } from "./route.server";

interface PhasesCardProps extends Pick<Desk, "phases" | "mayRun" | "members" | "nowMs"> {}

/** The line of phases: what is over, what is now, what comes, with its days. */
export function PhasesCard({ phases, mayRun, members, nowMs }: PhasesCardProps) {
  const t = useT("desk");
  const tPhases = useT("phases");
  const locale = useLocale();
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const day = (atMs: number) => formatDayOfMonth({ atMs, timeZone, locale });
  const note = ({ kind, state, startsAtMs, endsAtMs }: Desk["phases"][number]): string => {
    if (state === "past" && kind === "recruitment" && members > 0) return t("phases.members", { count: members });
    if (state === "current") return t(endsAtMs < nowMs ? "phases.ended" : "phases.until", { date: day(endsAtMs) });
    return state === "past" ? "" : t("phases.from", { date: day(startsAtMs) });
  };
  return (
    <Card
      title={t("phases.title")}
      actions={mayRun && <ButtonLink to={path(`/assembly/${id}/phase`)}>{t("phases.change")}</ButtonLink>}
    >
      <StepLine
        label={t("phases.title")}
        steps={phases.map((phase) => ({
          label: tPhases(phase.kind),
          state: phase.state,
          note: note(phase),
          share: (nowMs - phase.startsAtMs) / Math.max(1, phase.endsAtMs - phase.startsAtMs),
        }))}
      />
    </Card>
  );
}
