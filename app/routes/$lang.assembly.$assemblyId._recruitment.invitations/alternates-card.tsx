import { Link } from "@remix-run/react";
import { NumberField } from "~/app/components/field/number-field";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Table } from "~/app/components/table/table";
import { When } from "~/app/components/time/when";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { AlternatesView } from "./route.server";

export interface AlternatesCardProps {
  readonly alternates: AlternatesView | null;
  readonly seats: number;
  readonly drawing: boolean;
  readonly deleted: boolean;
}

/** As many as usually decline: one in five. */
const usualCount = (seats: number): number => Math.max(1, Math.ceil(seats / 5));

/** People drawn beforehand, in the order in which they would be asked. */
export function AlternatesCard({ alternates, seats, drawing, deleted }: AlternatesCardProps) {
  const t = useT("invite");
  const may = useMay()("draw.replace") && !drawing && !deleted;
  return (
    <section className="stack-4" aria-labelledby="alternates">
      <h2 id="alternates">{t("alternates.title")}</h2>
      <p className="max-w-measure">{t("alternates.text")}</p>
      {alternates ? <AlternateList {...alternates} /> : <p className="text-soft">{t("alternates.none")}</p>}
      {deleted && !alternates && <p className="text-soft">{t("alternates.deleted")}</p>}
      {may && (alternates ? <DrawOthers seats={seats} /> : <DrawThem seats={seats} />)}
    </section>
  );
}

function AlternateList({ drawId, atMs, people }: NonNullable<AlternatesCardProps["alternates"]>) {
  const t = useT("invite");
  const path = useLocalePath();
  const { id: assemblyId, timeZone } = useAssembly();
  return (
    <>
      <Table
        caption={t("alternates.title")}
        hideCaption
        stack
        head={[t("alternates.order"), t("alternates.person"), t("alternates.features"), t("alternates.reach")]}
        rows={people.map(({ id, name, email, phone, features, isInvited }, at) => ({
          key: id,
          cells: [
            <span key="order" className="tabular-nums">
              {at + 1}
            </span>,
            <span key="person">
              <strong>{name}</strong>
              {isInvited && <span className="text-s text-soft block">{t("alternates.invited")}</span>}
            </span>,
            features.join(" · "),
            [phone, email].filter(Boolean).join(" · "),
          ],
        }))}
      />
      <p className="text-s text-soft">
        <When at={atMs} timeZone={timeZone} /> ·{" "}
        <Link to={path(`/assembly/${assemblyId}/draw/${drawId}`)}>{t("alternates.see")}</Link>
      </p>
    </>
  );
}

function DrawThem({ seats }: { readonly seats: number }) {
  const t = useT("invite");
  return (
    <CommandForm intent="alternates" className="row items-end">
      <NumberField name="count" label={t("alternates.count")} defaultValue={usualCount(seats)} min={1} max={seats} />
      <SubmitButton tone="plain">{t("alternates.button")}</SubmitButton>
    </CommandForm>
  );
}

function DrawOthers({ seats }: { readonly seats: number }) {
  const t = useT("invite");
  return (
    <div>
      <ConfirmButton
        label={t("alternates.again")}
        tone="quiet"
        title={t("alternates.againTitle")}
        confirmLabel={t("alternates.button")}
        intent="alternates"
      >
        <p>{t("alternates.againText")}</p>
        <NumberField name="count" label={t("alternates.count")} defaultValue={usualCount(seats)} min={1} max={seats} />
      </ConfirmButton>
    </div>
  );
}
