import { Proven } from "~/app/components/draw-trouble/kept-draw";
import { StoppedWhen } from "~/app/components/draw-trouble/stopped-when";
import { useChances } from "~/app/hooks/use-chances";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

/** What is proven about the chances, and how large they are; without a proof where chances were not made equal. */
export function Fairness({ draw }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const locale = useLocale();
  const chances = useChances();
  const { minProbability, maxProbability, gini, panels, drawn } = draw.record;
  // Whoever kept a seat has it for sure: the largest chance and the inequality would speak of nothing else.
  // Of a list that was not finished only the least chance was counted.
  const isWhole = drawn === draw.seats && !draw.stopped;
  return (
    <section className="stack-4" aria-labelledby="fairness">
      <h2 id="fairness">{t("result.fairness")}</h2>
      <ProofInWords draw={draw} />
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-soft">{t("result.min")}</dt>
        <dd className="tabular-nums">{chances(draw.stopped?.proven?.reached ?? minProbability)}</dd>
        {isWhole && (
          <>
            <dt className="text-soft">{t("result.max")}</dt>
            <dd className="tabular-nums">{chances(maxProbability)}</dd>
            <dt className="text-soft">{t("result.gini")}</dt>
            <dd className="tabular-nums">{formatNumber(Math.round(1000 * gini) / 1000, locale)}</dd>
          </>
        )}
        {!draw.stopped && (
          <>
            <dt className="text-soft">{t("result.panels")}</dt>
            <dd className="tabular-nums">{formatNumber(panels, locale)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function ProofInWords({ draw: { algorithm, record, stopped } }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const chances = useChances();
  const { equalised, proof } = record;
  if (stopped) {
    return (
      <>
        <p className="max-w-measure">
          <StoppedWhen stopped={stopped} /> {t("result.stopped")}
        </p>
        <Proven proven={stopped.proven} />
      </>
    );
  }
  if (!equalised) return <p>{t("result.notEqual")}</p>;
  if (algorithm === "leximin" && proof.exact) return <p>{t("result.exactLeximin")}</p>;
  if (algorithm === "maximin" && proof.exact) return <p>{t("result.exact")}</p>;
  if (algorithm === "leximin" || algorithm === "maximin") {
    return <p>{t("result.bounded", { bound: chances(proof.bound), gap: chances(proof.gap) })}</p>;
  }
  return null;
}
