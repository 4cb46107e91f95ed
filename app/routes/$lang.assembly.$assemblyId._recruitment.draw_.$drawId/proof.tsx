import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

/** Seed, fingerprint and reason: what a guarantor writes down. */
export function Proof({ draw }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const { timeZone } = useAssembly();
  const { ordinal, kind, atMs, reason, seed, inputsHash, inputsDeleted, stopped } = draw;
  return (
    <section className="stack-4" aria-labelledby="record">
      <h2 id="record">
        {t("list.number", { number: ordinal })} <span className="text-soft font-normal">· {t(`list.${kind}`)}</span>
      </h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
        <dt className="text-soft">{t("result.at")}</dt>
        <dd>
          <When at={atMs} timeZone={timeZone} />
        </dd>
        <dt className="text-soft">{t("result.seed")}</dt>
        <dd className="tabular-nums break-all">{seed}</dd>
        <dt className="text-soft">{t("result.fingerprint")}</dt>
        <dd className="tabular-nums break-all">{inputsHash}</dd>
      </dl>
      {reason && <p className="max-w-measure">{t("list.reason", { reason })}</p>}
      <p className="text-s text-soft max-w-measure">
        {t("result.fingerprintText")} {t(stopped ? "result.seedStopped" : "result.seedText")}{" "}
        {inputsDeleted && t("result.inputsDeleted")}
      </p>
    </section>
  );
}
