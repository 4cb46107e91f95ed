import { QuotaChanges, type QuotaChangesProps } from "~/app/components/draw-trouble/quota-changes";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";

export interface AppliedRelaxationsProps {
  readonly relaxations: readonly (QuotaChangesProps & {
    readonly id: string;
    readonly atMs: number;
    readonly by: string | null;
    readonly proposal: number;
    readonly from: "draw" | "forecast";
  })[];
}

/** What proposals changed in the quotas: when, by whom, and which proposal it was. */
export function AppliedRelaxations({ relaxations }: AppliedRelaxationsProps) {
  const t = useT("draw");
  const { timeZone } = useAssembly();
  return (
    <section className="stack-4" aria-labelledby="relaxed">
      <h2 id="relaxed">{t("relaxed.title")}</h2>
      <ol className="max-w-none border-t border-line">
        {relaxations.map(({ id, atMs, by, proposal, from, changes }) => (
          <li key={id} className="border-b border-line py-3">
            <QuotaChanges changes={changes} />
            <p className="text-s text-soft">
              <When at={atMs} timeZone={timeZone} /> {by && <>· {by} </>}·{" "}
              {t(from === "draw" ? "relaxed.fromDraw" : "relaxed.fromForecast", { number: proposal })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
