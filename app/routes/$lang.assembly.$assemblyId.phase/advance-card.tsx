import { useState } from "react";
import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";
import type { PhasePage } from "./route.server";
import { WhatChanges } from "./what-changes";

interface AdvanceCardProps {
  readonly page: PhasePage;
  readonly next: NonNullable<PhasePage["next"]>;
}

/** The next phase: what it changes for whom, what stays open beside it, and the button that opens it. */
export function AdvanceCard({ page: { phases, ordinal }, next }: AdvanceCardProps) {
  const t = useT("phase");
  const tPhases = useT("phases");
  const [keep, setKeep] = useState<readonly string[]>([]);
  const open = phases.filter(({ state }) => state === "current");
  const staying = open.filter(({ id }) => next.mayStay.includes(id));
  const after = [...open.filter(({ id }) => keep.includes(id)).map(({ kind }) => kind), next.kind];
  const toggle = (id: string, on: boolean) =>
    setKeep((now) => (on ? [...now, id] : now.filter((other) => other !== id)));
  return (
    <Card title={t("next.title", { phase: tPhases(next.kind) })}>
      <CommandForm intent="advance" hidden={{ seen: ordinal, to: next.id }}>
        {staying.map(({ id, kind }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              name="keep"
              value={id}
              checked={keep.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            <span>{t("next.keep", { phase: tPhases(kind) })}</span>
          </label>
        ))}
        <p className="text-soft max-w-measure">{t("next.text")}</p>
        <WhatChanges
          before={open.map(({ kind }) => kind)}
          after={after}
          reached={phases.filter(({ reached }) => reached).map(({ kind }) => kind)}
        />
        <SubmitButton big>{t("next.submit", { phase: tPhases(next.kind) })}</SubmitButton>
        <p className="text-soft text-s">{t("next.undoable")}</p>
      </CommandForm>
    </Card>
  );
}
