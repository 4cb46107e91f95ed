import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Hemicycle } from "~/app/components/hemicycle/hemicycle";
import { QuotaChart } from "~/app/components/quota-chart/quota-chart";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";

export interface BeforeDrawProps {
  readonly page: {
    readonly seats: number;
    readonly people: number;
    readonly households: boolean;
    readonly equalised: boolean;
    readonly quotas: readonly {
      readonly feature: string;
      readonly value: string;
      readonly min: number;
      readonly max: number;
    }[];
  };
}

/** What the draw will respect, and its one button. */
export function BeforeDraw({ page }: BeforeDrawProps) {
  const t = useT("draw");
  const may = useMay();
  const { seats, people, quotas } = page;
  if (!may("assembly.edit")) return <EmptyState title={t("nothingToSee")} />;
  if (people === 0 || quotas.length === 0) return <Missing pool={people === 0} />;
  return (
    <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="stack">
        <Hemicycle seats={Array(seats).fill("empty")} label={t("result.seats", { drawn: 0, seats })} />
        {may("draw.make") ? <DrawCard page={page} /> : <ToPhase />}
      </div>
      <section aria-labelledby="will-hold">
        <h2 id="will-hold" className="mb-3">
          {t("whatWillHold")}
        </h2>
        <QuotaChart groups={grouped(quotas)} seats={seats} />
      </section>
    </div>
  );
}

function DrawCard({ page: { seats, households, equalised } }: BeforeDrawProps) {
  const t = useT("draw");
  return (
    <Card title={t("ready")}>
      <p>
        {t("readyText")} {households && t("households")}
      </p>
      <p>
        <strong>{t(equalised ? "equalSays" : "quickSays")}</strong>
      </p>
      <p className="small soft">{t("recorded")}</p>
      <CommandForm intent="draw">
        <SubmitButton big>{t("button", { seats })}</SubmitButton>
      </CommandForm>
    </Card>
  );
}

function Missing({ pool }: { readonly pool: boolean }) {
  const t = useT("draw");
  const path = useLocalePath();
  const base = `/assembly/${useAssembly().id}/recruit`;
  const to = path(pool ? base : `${base}/quotas`);
  const way = (
    <ButtonLink tone="main" to={to}>
      {t(pool ? "toPool" : "toQuotas")}
    </ButtonLink>
  );
  return (
    <EmptyState title={t("notReady")} action={way}>
      {t(pool ? "needPool" : "needQuotas")}
    </EmptyState>
  );
}

function ToPhase() {
  const t = useT("draw");
  const path = useLocalePath();
  const { id } = useAssembly();
  return (
    <Card title={t("phase")}>
      <ButtonLink to={path(`/assembly/${id}/phase`)}>{t("toPhase")}</ButtonLink>
    </Card>
  );
}

/** Quotas as the chart takes them. */
function grouped(quotas: BeforeDrawProps["page"]["quotas"]) {
  const features = [...new Set(quotas.map(({ feature }) => feature))];
  return features.map((feature) => ({ feature, rows: quotas.filter((quota) => quota.feature === feature) }));
}
