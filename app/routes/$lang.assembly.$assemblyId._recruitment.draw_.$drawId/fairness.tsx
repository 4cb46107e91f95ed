import type { DrawRecord } from "~/app/domain/recruitment/draw-record";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber, formatPercent } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

/** What is proven about the chances, when they were made equal. */
export function Fairness({ record }: { readonly record: DrawRecord }) {
  const t = useT("draw");
  const locale = useLocale();
  const { minProbability, maxProbability, gini, panels, proof } = record;
  return (
    <section className="stack" aria-labelledby="fairness">
      <h2 id="fairness">{t("result.fairness")}</h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="soft">{t("result.min")}</dt>
        <dd className="num">{formatPercent(minProbability, locale)}</dd>
        <dt className="soft">{t("result.max")}</dt>
        <dd className="num">{formatPercent(maxProbability, locale)}</dd>
        <dt className="soft">{t("result.gini")}</dt>
        <dd className="num">{formatNumber(Math.round(1000 * gini) / 1000, locale)}</dd>
        <dt className="soft">{t("result.panels")}</dt>
        <dd className="num">{formatNumber(panels, locale)}</dd>
      </dl>
      <p>{proof.exact ? t("result.exact") : t("result.bounded", { gap: formatPercent(proof.gap, locale) })}</p>
    </section>
  );
}
