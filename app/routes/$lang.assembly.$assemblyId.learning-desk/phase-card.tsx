import { Link } from "@remix-run/react";
import { ArrowDown, ArrowUp } from "lucide-react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Meter } from "~/app/components/meter/meter";
import { Table } from "~/app/components/table/table";
import { Tag } from "~/app/components/tag/tag";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { MaterialKind } from "~/app/domain/learning/material";
import type { Sharing } from "~/app/domain/learning/task";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatDate } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";

export interface ShownStep {
  readonly kind: "material" | "task";
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly is: MaterialKind | Sharing;
  readonly public: boolean;
  readonly done: number;
  readonly mark: string;
}

export interface PhaseCardProps {
  readonly phase: {
    readonly id: string;
    readonly kind: PhaseKind;
    readonly startsAtMs: number;
    readonly shown: boolean;
    readonly steps: readonly ShownStep[];
  };
  readonly members: number;
  /** The address of the desk: steps are edited below it. */
  readonly base: string;
}

/** One phase: its documents and tasks in order, how many members have done each, and ways to change them. */
export function PhaseCard({ phase, members, base }: PhaseCardProps) {
  const t = useT("learn");
  const kinds = useT("phases");
  const frame = useT("frame");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const name = kinds(phase.kind);
  const begins = t("desk.begins", { date: formatDate({ atMs: phase.startsAtMs, locale, timeZone }) });
  return (
    <Card
      title={name}
      actions={
        <Tag tone={phase.shown ? "ok" : "plain"}>
          {phase.shown ? t("desk.shown") : `${t("desk.hidden")}, ${begins}`}
        </Tag>
      }
    >
      <Table
        caption={t("desk.table", { phase: name })}
        hideCaption
        stack
        empty={<p className="text-soft">{t("desk.nothing")}</p>}
        head={[t("desk.columns.what"), t("desk.columns.minutes"), t("desk.columns.done"), t("desk.columns.actions")]}
        rows={phase.steps.map((step, at) => ({
          key: step.id,
          cells: [
            <What key="what" step={step} base={base} />,
            frame("minutes", { count: step.minutes }),
            <Meter
              key="done"
              hideLabel={false}
              label={t("desk.doneBy", { done: step.done, total: members })}
              value={step.done}
              max={members}
              valueText=" "
            />,
            <Actions key="actions" step={step} first={at === 0} last={at === phase.steps.length - 1} />,
          ],
        }))}
      />
      <div className="row">
        <ButtonLink to={`${base}/material/new?phase=${phase.id}`}>{t("desk.addMaterial")}</ButtonLink>
        <ButtonLink to={`${base}/task/new?phase=${phase.id}`}>{t("desk.addTask")}</ButtonLink>
      </div>
    </Card>
  );
}

function What({ step, base }: { readonly step: ShownStep; readonly base: string }) {
  const t = useT("learn");
  return (
    <>
      <Link to={`${base}/${step.kind}/${step.id}`}>{step.title}</Link>
      <span className="text-soft text-s block">
        {t(`desk.is.${step.is}`)}
        {step.public && ` · ${t("desk.public")}`}
      </span>
    </>
  );
}

interface ActionsProps {
  readonly step: ShownStep;
  readonly first: boolean;
  readonly last: boolean;
}

function Actions({ step, first, last }: ActionsProps) {
  const t = useT("learn");
  const { kind, id, title } = step;
  return (
    <div className="row">
      {!first && (
        <CommandForm intent="move" formId={`${id}-up`} className="row" hidden={{ kind, id, direction: "up" }}>
          <SubmitButton tone="quiet">
            <ArrowUp aria-hidden="true" />
            <span className="sr-only">{t("desk.upOf", { title })}</span>
          </SubmitButton>
        </CommandForm>
      )}
      {!last && (
        <CommandForm intent="move" formId={`${id}-down`} className="row" hidden={{ kind, id, direction: "down" }}>
          <SubmitButton tone="quiet">
            <ArrowDown aria-hidden="true" />
            <span className="sr-only">{t("desk.downOf", { title })}</span>
          </SubmitButton>
        </CommandForm>
      )}
      <ConfirmButton
        label={t("desk.remove")}
        title={t("desk.removeTitle", { title })}
        confirmLabel={t("desk.removeConfirm")}
        tone="quiet"
        intent="remove"
        formId={`${id}-remove`}
        hidden={{ kind, id, seen: step.mark }}
      >
        {t("desk.removeText")}
      </ConfirmButton>
    </div>
  );
}
