import { Hemicycle, type SeatState } from "~/app/components/hemicycle/hemicycle";
import { QuotaChart } from "~/app/components/quota-chart/quota-chart";
import { shortFingerprint } from "~/app/domain/recruitment/fingerprint";
import { drawAlgorithms } from "~/app/domain/sortition/draw-request";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";
import { useFilling } from "./use-filling";

/** Which way of sharing chances it was, and whether it came to its end. */
function WayUsed({ draw: { algorithm, record, stopped } }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const known = drawAlgorithms.find((one) => one === algorithm) ?? "quick";
  const isBounded = (known === "leximin" || known === "maximin") && !record.proof.exact;
  const how = stopped ? "stopped" : isBounded ? "bounded" : known;
  return (
    <>
      <strong>{t(`ways.names.${known}`)}.</strong> {t(`used.${how}`)}
    </>
  );
}

/** The result as a room reads it: seats that fill, every quota in its corridor, the fingerprint. */
export function ResultStage({ draw }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const locale = useLocale();
  const { title } = useAssembly();
  const { record, seats, inputsHash } = draw;
  const kept = seats - record.drawn;
  const shown = useFilling(record.drawn);
  const states = Array.from({ length: seats }, (_, at): SeatState => {
    if (at < kept) return "here";
    return at - kept < shown ? "drawn" : "empty";
  });
  const features = [...new Set(record.values.map(({ feature }) => feature))];
  const groups = features.map((feature) => ({
    feature,
    rows: record.values
      .filter((row) => row.feature === feature)
      .map(({ value, min, max, drawn, pool }) => ({ value, min, max, count: drawn, poolCount: pool })),
  }));
  return (
    <div className="stack-8">
      <header>
        <p className="text-soft">{title}</p>
        <h1>
          {t(draw.kind === "alternates" ? "result.alternatesTitle" : "result.title", { count: record.drawn })}{" "}
          <span className="text-soft font-normal">
            {t("result.among", { people: formatNumber(record.people, locale) })}
          </span>
        </h1>
        {kept > 0 && <p>{t("result.kept", { count: kept })}</p>}
      </header>
      <div className="grid items-start gap-8 2xl:grid-cols-[3fr_2fr]">
        <div className="stack-4 2xl:sticky 2xl:top-6">
          <Hemicycle seats={states} label={t("result.seats", { drawn: record.drawn, seats })} />
          <p className="max-w-measure">
            <WayUsed draw={draw} />
          </p>
          <p className="text-soft">
            {t("result.fingerprint")} <strong className="tabular-nums text-ink">{shortFingerprint(inputsHash)}</strong>
          </p>
        </div>
        <section aria-labelledby="quotas-met">
          <h2 id="quotas-met" className="mb-3">
            {t("result.quotasMet")}
          </h2>
          <QuotaChart groups={groups} seats={seats} poolTotal={record.people} />
        </section>
      </div>
    </div>
  );
}
