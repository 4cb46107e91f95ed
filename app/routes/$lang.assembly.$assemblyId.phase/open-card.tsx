import { Card } from "~/app/components/card/card";
import { TextAreaField } from "~/app/components/field/text-area-field";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { StepLine } from "~/app/components/step-line/step-line";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { PhasePage } from "./route.server";
import { WhatChanges } from "./what-changes";

/** Where the assembly stands: the line of phases, what is open, and the ways back. */
export function OpenCard({ page }: { readonly page: PhasePage }) {
  const t = useT("phase");
  const tPhases = useT("phases");
  const { timeZone } = useAssembly();
  const open = page.phases.filter(({ state }) => state === "current");
  const furthest = open.at(-1);
  const kinds = open.map(({ kind }) => kind);
  return (
    <Card title={t("now.title")}>
      <StepLine label={t("title")} steps={page.phases.map(({ kind, state }) => ({ label: tPhases(kind), state }))} />
      <ul className="max-w-none">
        {open.map(({ id, kind, endsAtMs }) => (
          <li key={id} className="phase-row current">
            <span className="dot" aria-hidden="true" />
            <span className="min-w-0 flex-1 basis-48">
              <strong>{tPhases(kind)}</strong>{" "}
              <span className="text-soft text-s">
                {t("now.until")} <When at={endsAtMs} timeZone={timeZone} as="date" />
              </span>
            </span>
            <Tag>{tPhases("state.current")}</Tag>
            {id !== furthest?.id && (
              <ConfirmButton
                label={t("close.label")}
                title={t("close.title", { phase: tPhases(kind) })}
                confirmLabel={t("close.confirm")}
                intent="close"
                formId={id}
                hidden={{ seen: page.ordinal, phaseId: id }}
              >
                <WhatChanges before={kinds} after={kinds.filter((other) => other !== kind)} reached={kinds} />
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {page.undo && <Undo page={page} undo={page.undo} />}
    </Card>
  );
}

function Undo({ page, undo }: { readonly page: PhasePage; readonly undo: NonNullable<PhasePage["undo"]> }) {
  const t = useT("phase");
  const tPhases = useT("phases");
  const locale = useLocale();
  const names = formatList(
    undo.to.map((kind) => t("quoted", { phase: tPhases(kind) })),
    locale,
  );
  return (
    <div>
      <ConfirmButton
        label={t("undo.label")}
        title={t("undo.title")}
        confirmLabel={t("undo.confirm")}
        tone="quiet"
        intent="undo"
        hidden={{ seen: page.ordinal }}
      >
        <p>{t("undo.text", { phases: names })}</p>
        <WhatChanges
          before={undo.from}
          after={undo.to}
          reached={page.phases.filter((p) => p.reached).map((p) => p.kind)}
        />
        <TextAreaField
          name="reason"
          label={t("undo.reason")}
          hint={t("undo.reasonHint")}
          rows={2}
          required
          maxLength={1000}
        />
      </ConfirmButton>
    </div>
  );
}
