import { Table } from "~/app/components/table/table";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber, formatPercent } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { PoolPage } from "./route.server";

export interface PoolSummaryProps {
  readonly pool: NonNullable<PoolPage["pool"]>;
  /** The draw has taken place: what it was to respect is past. */
  readonly drawn: boolean;
}

/** Who the volunteers are, in counts. */
export function PoolSummary({ pool, drawn }: PoolSummaryProps) {
  const t = useT("recruit");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  const count = t("pool.people", { count: pool.people });
  return (
    <section className="stack-4" aria-labelledby="pool-summary">
      <div>
        <h2 id="pool-summary" className="tabular-nums">
          {count.replace(String(pool.people), formatNumber(pool.people, locale))}
        </h2>
        <p className="text-soft">
          {t("pool.from", { file: pool.fileName })} <When at={pool.importedAtMs} timeZone={timeZone} />
        </p>
        {pool.households && <p>{t(drawn ? "pool.householdsDrawn" : "pool.households")}</p>}
        {!pool.households && !drawn && <p>{t("pool.noHouseholds")}</p>}
        {!pool.mails && !drawn && <p>{t("pool.noMails")}</p>}
      </div>
      <div className="grid gap-6 sm:grid-cols-2 2xl:grid-cols-3">
        {pool.features.map(({ feature, values }) => (
          <Table
            key={feature}
            caption={feature}
            head={[t("pool.value"), t("pool.peopleColumn"), t("pool.shareColumn")]}
            numeric={[1, 2]}
            rows={values.map(({ value, people }) => ({
              key: value,
              cells: [value, formatNumber(people, locale), formatPercent(people / Math.max(1, pool.people), locale)],
            }))}
          />
        ))}
      </div>
    </section>
  );
}
