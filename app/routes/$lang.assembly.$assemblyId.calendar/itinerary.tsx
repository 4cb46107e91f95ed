import { ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Tag } from "~/app/components/tag/tag";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDayRange } from "~/app/i18n/format-day-range";
import { useT } from "~/app/i18n/use-t";
import { AddPhase } from "./add-phase";
import type { ItineraryProps } from "./itinerary-props";
import { PhaseDates } from "./phase-dates";
import type { CalendarPhase } from "./route.server";
import { useRefused } from "./use-refused";

/** The phases in their order, with their days; an organiser moves, adds, removes and dates them here. */
export function Itinerary({ phases, version, mark, mayEdit }: ItineraryProps) {
  const t = useT("calendar");
  const path = useLocalePath();
  const { id } = useAssembly();
  const refused = useRefused();
  return (
    <Card
      title={t("itinerary.title")}
      actions={mayEdit && <ButtonLink to={path(`/assembly/${id}/phase`)}>{t("itinerary.advance")}</ButtonLink>}
    >
      <ol className="max-w-none">
        {phases.map((phase) => (
          <PhaseLine
            key={phase.id}
            phase={phase}
            actions={mayEdit && <PhaseActions phase={phase} version={version} />}
          />
        ))}
      </ol>
      {mayEdit && (
        <>
          <Disclosure summary={t("itinerary.changeDates")} open={refused("phase-dates")}>
            {/* One phase more or less is another form. */}
            <PhaseDates key={phases.map(({ id }) => id).join()} phases={phases} mark={mark} />
          </Disclosure>
          <Disclosure summary={t("itinerary.add")} open={refused("phase-add")}>
            <AddPhase phases={phases} version={version} />
          </Disclosure>
        </>
      )}
    </Card>
  );
}

function PhaseLine({ phase, actions }: { readonly phase: CalendarPhase; readonly actions: ReactNode }) {
  const t = useT("phases");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  return (
    <li className={`phase-row ${phase.state}`}>
      <span className="dot" aria-hidden="true" />
      <span className="min-w-0 flex-1 basis-48">
        <span className="row justify-between">
          <strong>{t(phase.kind)}</strong> {phase.state === "current" && <Tag>{t("state.current")}</Tag>}
          {phase.state === "past" && <span className="text-soft text-s">{t("state.past")}</span>}
        </span>
        <span className="text-soft text-s block">
          {formatDayRange({ fromMs: phase.startsAtMs, toMs: phase.endsAtMs, timeZone, locale })}
        </span>
      </span>
      {actions}
    </li>
  );
}

interface PhaseActionsProps {
  readonly phase: CalendarPhase;
  readonly version: number;
}

function PhaseActions({ phase, version }: PhaseActionsProps) {
  const t = useT("calendar");
  const frame = useT("frame");
  const name = useT("phases")(phase.kind);
  const hidden = { version, phaseId: phase.id };
  return (
    <span className="row">
      {phase.mayMoveUp && (
        <CommandForm intent="phase-up" formId={phase.id} hidden={hidden} className="contents">
          <SubmitButton tone="quiet">
            <ArrowUp aria-hidden="true" />
            <span className="sr-only">{t("itinerary.up", { phase: name })}</span>
          </SubmitButton>
        </CommandForm>
      )}
      {phase.mayRemove && (
        <ConfirmButton
          label={
            <>
              {t("itinerary.remove")} <span className="sr-only">{name}</span>
            </>
          }
          tone="quiet"
          title={t("itinerary.removeTitle", { phase: name })}
          confirmLabel={frame("remove")}
          intent="phase-remove"
          formId={phase.id}
          hidden={hidden}
        >
          {t("itinerary.removeText")}
        </ConfirmButton>
      )}
    </span>
  );
}
