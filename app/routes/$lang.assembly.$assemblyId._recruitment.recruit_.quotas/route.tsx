import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DrawForecast } from "~/app/components/draw-forecast/draw-forecast";
import { isTight } from "~/app/components/draw-forecast/tight-marks";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { DoneNotice } from "~/app/components/form/done-notice";
import { afterClash } from "~/app/components/form/filled-from";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { QuotaChart } from "~/app/components/quota-chart/quota-chart";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAnswer } from "~/app/hooks/use-answer";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { AppliedRelaxations } from "./applied-relaxations";
import { byFeature } from "./by-feature";
import { QuotaFile } from "./quota-file";
import { QuotaForm } from "./quota-form";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const shouldRevalidate = afterClash;

export const meta: MetaFunction = () => [{ title: pageTitle("Quotas") }];

export default function QuotasPage() {
  const t = useT("recruit");
  const path = useLocalePath();
  const { id } = useAssembly();
  const may = useMay();
  const { seats, people, lines, mark, open, forecast, relaxations, heard } = useLoaderData<typeof loader>();
  const answer = useAnswer<{ suggested?: boolean }>();
  const ready = people > 0 && lines.some(({ quota }) => quota !== null);
  useListening({ read: heard, facts: ["pool-imported", "draw-ended"], moves: ["forecast"] });
  const action = path(`/assembly/${id}/draw`);
  const marked = lines.map((line) => ({ ...line, tight: isTight(forecast, line) }));
  const toDraw = ready && <ButtonLink to={path(`/assembly/${id}/draw`)}>{t("quotas.toDraw")}</ButtonLink>;
  return (
    <div className="stack-8">
      <PageTitle title={t("quotas.title")} actions={toDraw}>
        {t("quotas.lead", { count: seats })}
      </PageTitle>
      <DoneNotice />
      {answer?.suggested && (
        <Notice tone="info" live>
          {t("quotas.suggested")}
        </Notice>
      )}
      {!open && (
        <>
          <Notice tone="info">{t("quotas.closed")}</Notice>
          <QuotaChart groups={chartOf(lines)} seats={seats} poolTotal={people} />
        </>
      )}
      {open && lines.length === 0 && (
        <EmptyState
          title={t("quotas.empty")}
          action={<ButtonLink to={path(`/assembly/${id}/recruit`)}>{t("quotas.toPool")}</ButtonLink>}
        />
      )}
      {open && lines.length > 0 && <QuotaForm lines={marked} mark={mark} seats={seats} people={people} />}
      {open && ready && (
        <DrawForecast
          forecast={forecast}
          {...(may("quota.edit") && { ask: { action, back: "recruit/quotas" } })}
          {...(may("quota.relax") && { relax: { action } })}
        />
      )}
      {relaxations.length > 0 && <AppliedRelaxations relaxations={relaxations} />}
      {open && <QuotaFile mark={mark} />}
    </div>
  );
}

type Lines = ReturnType<typeof useLoaderData<typeof loader>>["lines"];

function chartOf(lines: Lines) {
  return byFeature(lines).map(({ feature, rows }) => ({
    feature,
    rows: rows.flatMap(({ line: { value, people, quota } }) =>
      quota ? [{ value, min: quota.min, max: quota.max, poolCount: people }] : [],
    ),
  }));
}
