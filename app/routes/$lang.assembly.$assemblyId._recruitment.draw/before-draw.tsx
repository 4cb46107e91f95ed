import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { DrawForecast, type ForecastOfPage } from "~/app/components/draw-forecast/draw-forecast";
import { isTight } from "~/app/components/draw-forecast/tight-marks";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { Hemicycle } from "~/app/components/hemicycle/hemicycle";
import { QuotaChart } from "~/app/components/quota-chart/quota-chart";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { DrawCard } from "./draw-card";

export interface BeforeDrawProps {
  readonly page: {
    readonly seats: number;
    readonly people: number;
    readonly households: boolean;
    readonly forecast: ForecastOfPage;
    readonly trouble: {
      readonly state: string;
      readonly stopped: { readonly kept: { readonly proven: { readonly leftOut: number } | null } | null } | null;
    } | null;
    readonly quotas: readonly {
      readonly feature: string;
      readonly value: string;
      readonly min: number;
      readonly max: number;
    }[];
  };
}

/** What the draw will respect, where it is tight, and its one button; while something stands in the way, that alone. */
export function BeforeDraw({ page }: BeforeDrawProps) {
  const t = useT("draw");
  const path = useLocalePath();
  const may = useMay();
  const toQuotas = path(`/assembly/${useAssembly().id}/recruit/quotas`);
  const { seats, people, quotas, forecast, trouble } = page;
  if (!may("assembly.edit")) return <EmptyState title={t("nothingToSee")} />;
  if (people === 0 || quotas.length === 0) return <Missing pool={people === 0} />;
  const isBlocked = trouble?.state === "impossible" || trouble?.state === "refused";
  const relax = may("quota.relax") ? {} : undefined;
  const ways = { ...(may("quota.edit") && { ask: {} }), ...(relax && { relax }) };
  const isAhead = forecast.state === "trouble";
  const marked = quotas.map((quota) => ({ ...quota, ...(isTight(forecast, quota) && { mark: t("tight.mark") }) }));
  const willHold = (
    <section aria-labelledby="will-hold">
      <h2 id="will-hold" className="mb-3">
        {t("whatWillHold")}
      </h2>
      <QuotaChart groups={grouped(marked)} seats={seats} />
    </section>
  );
  const alone = <div className="max-w-[44rem]">{willHold}</div>;
  if (isBlocked) return alone;
  if (isAhead) {
    return (
      <>
        <DrawForecast forecast={forecast} toQuotas={toQuotas} {...ways} />
        {alone}
      </>
    );
  }
  return (
    <div className="grid items-start gap-8 2xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="stack-8">
        <Hemicycle seats={Array(seats).fill("empty")} label={t("result.seats", { drawn: 0, seats })} />
        {may("draw.make") ? <DrawCard page={page} kept={trouble?.stopped?.kept ?? null} /> : <ToPhase />}
        <DrawForecast forecast={forecast} {...ways} />
      </div>
      {willHold}
    </div>
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
function grouped<Row extends { readonly feature: string }>(quotas: readonly Row[]) {
  const features = [...new Set(quotas.map(({ feature }) => feature))];
  return features.map((feature) => ({ feature, rows: quotas.filter((quota) => quota.feature === feature) }));
}
